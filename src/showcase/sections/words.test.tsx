import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { words } from '../../../cloudfunctions/showcase/card-contract'
import { revoke } from '../../../cloudfunctions/showcase/contract'
import { openPage, settle, tap, text, type } from '../../test/open-page'
import { lastVisit } from '../../test/phone'
import { idOf, member } from '../../test/samples'
import { wire } from '../../test/wire'
import { Words } from './words'

const word = { wordId: idOf(900), kind: 'thanks' as const, text: '很耐心', leftOn: '2026-11-05', submissionId: null as string | null }
const open = async (all: OutputOf<typeof words>['words'], memberId = idOf(77)) => {
  wire.answer(words, { total: all.length, words: all })
  openPage(() => <Words memberId={memberId} />)
  await settle()
}

it('shows what the public said, and when', async () => {
  await open([word, { ...word, wordId: idOf(901), kind: 'suggestion', text: '请早点开门' }])
  expect(text()).toContain('群众留言（2）感谢2026年11月5日很耐心建议')
  expect(screen.queryByRole('button')).toBeNull()
})

it('says how something comes to stand here', async () => {
  await open([])
  expect(text()).toContain('还没有留言群众扫名片上的码留言、支部审核通过后')
})

it('leads oneself to one’s card', async () => {
  await open([], member.id)
  await tap('我的公开名片')
  expect(lastVisit()?.url).toBe('/showcase/pages/my-card/index')
})

it('lets whoever may take one down, with a reason', async () => {
  await open([{ ...word, submissionId: idOf(902) }])
  wire.answer(revoke, {})
  await tap('撤销')
  type('原因', '涉及隐私')
  wire.answer(words, { total: 0, words: [] })
  await tap('确定撤销')
  expect(wire.sent(revoke)).toMatchObject([{ submissionId: idOf(902), reason: '涉及隐私' }])
  expect(text()).toContain('还没有留言')
})
