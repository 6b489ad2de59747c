import { act, screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { leaveWord, publicCard } from '../../../../cloudfunctions/showcase/card-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, loseNetwork, restartApp } from '../../../test/phone'
import { wire } from '../../../test/wire'
import CardPage from './index'
import { tagOf } from './tag-of'

const tag = 'AbCdEfGhIjKlMnOpQrSt-_'
const card = (own: Partial<OutputOf<typeof publicCard>> = {}): OutputOf<typeof publicCard> => ({
  ...{ name: '王小明', unitName: '第一党支部', position: '综合窗口', badges: ['先锋岗'], photo: null, introduction: '在窗口八年' },
  today: '2026-11-24',
  pledges: [{ category: 'service', text: '首问必答', target: '全年零投诉', dueOn: '2026-12-31', state: 'published', progress: 80 }],
  performances: [{ quarter: 3, text: '办件', figure: '1200', figureUnit: '件' }],
  projects: [{ kind: 'innovation', name: '一窗通办', goal: '少跑一趟', state: 'running', result: null }],
  words: [{ kind: 'thanks', text: '很耐心', leftOn: '2026-11-05' }],
  ...own,
})
const open = async (params: Record<string, string> = { t: tag }) => {
  const page = openPage(CardPage, { path: '/showcase/pages/card/index', params, as: null })
  await settle()
  return page
}
beforeEach(() => wire.answer(publicCard, card()))

it('says without an account who serves, what they promise and what was said of them', async () => {
  wire.hold(publicCard)
  await open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(publicCard)
  await settle()
  for (const words of [
    '王小明',
    '综合窗口',
    '中共党员 · 第一党支部',
    '先锋岗',
    '在窗口八年',
    '2026 年的承诺',
    '目标：全年零投诉 · 12月31日前',
    '第三季度',
    '1200 件',
    '一窗通办',
    '很耐心',
    '2026年11月5日',
  ])
    expect(text()).toContain(words)
  expect(wire.requests()).toEqual([{ name: 'showcase.publicCard', input: { tag }, token: undefined }])
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
})

it('shows a person of whom nothing is published yet', async () => {
  wire.answer(publicCard, card({ position: null, badges: [], introduction: '', pledges: [], performances: [], projects: [], words: [] }))
  await open()
  expect(text()).toContain('对王小明说说您的感受')
  expect(text()).not.toContain('承诺')
})

it('says of a closed card and of an address without a code whom to ask', async () => {
  wire.refuse(publicCard, 'CARD_CLOSED')
  await open()
  expect(text()).toContain('这张名片没有公开')
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull()
})

it('asks for nothing without a code', async () => {
  await open({})
  expect(text()).toContain('这张名片没有公开')
  expect(wire.requests()).toEqual([])
})

it('can be tried again where it was not loaded', async () => {
  wire.refuse(publicCard, 'INTERNAL')
  await open()
  expect(text()).toContain(refusals.INTERNAL)
  wire.answer(publicCard, card())
  await tap('重试')
  expect(text()).toContain('王小明')
})

it('sends a suggestion once on a double tap, and says what becomes of it', async () => {
  wire.answer(leaveWord, {})
  await open()
  expect(text()).toContain('支部审核后公开展示。不需要填写姓名和电话')
  act(() => screen.getByRole('radio', { name: '建议' }).click())
  type('留言', '请早点开门')
  await tapTwice('提交留言')
  expect(wire.sent(leaveWord)).toMatchObject([{ tag, kind: 'suggestion', text: '请早点开门' }])
  expect(text()).toContain('已收到，谢谢您支部审核后')
  await tap('再写一条')
  expect(typed('留言')).toBe('')
})

it('asks for words before anything is sent', async () => {
  await open()
  await tap('提交留言')
  expect(screen.getByRole('alert').textContent).toBe('请写几句')
  expect(wire.sent(leaveWord)).toEqual([])
})

it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
  const { unmount } = await open()
  type('留言', '写了一半')
  unmount()
  restartApp()
  await open()
  expect(typed('留言')).toBe('写了一半')
  loseNetwork()
  await tap('提交留言')
  expect(text()).toContain('现在连不上网络')
  findNetwork()
  for (const code of ['WORDS_FULL', 'TOO_MANY_REQUESTS'] as const) {
    wire.refuse(leaveWord, code)
    await tap('提交留言')
    expect(text()).toContain(refusals[code])
  }
  expect(typed('留言')).toBe('写了一半')
})

it.each([
  ['a link', { t: tag }],
  ['WeChat’s registered link', { q: encodeURIComponent(`https://example.cn/card?t=${tag}`) }],
  ['a mini-program code', { scene: tag }],
])('finds the code in %s', (_, params) => {
  expect(tagOf(params)).toBe(tag)
})
