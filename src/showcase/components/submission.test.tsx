import type { Shown } from '../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { type submission, takeBack } from '../../../cloudfunctions/showcase/contract'
import { openPage, tap, tapTwice, text } from '../../test/open-page'
import { phone } from '../../test/phone'
import { idOf } from '../../test/samples'
import { wire } from '../../test/wire'
import { SubmissionHistory } from './submission-history'
import { TakeBackButton } from './take-back-button'

type Submission = Shown<typeof submission>
const one = (own: Partial<Submission> = {}): Submission => ({
  submissionId: idOf(700),
  kind: 'pledge',
  state: 'waiting',
  submittedAt: '2026-11-23T09:00:00+08:00',
  decidedAt: null,
  decidedBy: null,
  comment: null,
  ...own,
})
const decided = { decidedAt: '2026-11-23T10:00:00+08:00', decidedBy: '李书记' }

describe('the history of submissions', () => {
  it.each<[string, Partial<Submission>, string]>([
    ['waits', {}, '承诺待审核今天 09:00 提交'],
    ['was approved', { state: 'approved', ...decided }, '承诺已通过今天 09:00 提交今天 10:00 李书记通过'],
    ['came back', { state: 'returned', comment: '请写明目标', ...decided }, '已退回请写明目标今天 09:00 提交今天 10:00 李书记退回'],
    ['was undone', { state: 'revoked', comment: '佐证不实', ...decided }, '已撤销佐证不实今天 09:00 提交今天 10:00 李书记撤销'],
    ['was decided by somebody who left', { state: 'approved', ...decided, decidedBy: null }, '今天 10:00 支部通过'],
    ['was taken back', { state: 'taken-back', ...decided, decidedBy: '王小明' }, '承诺本人撤回今天 09:00 提交'],
  ])('says of one that it %s', (_, own, words) => {
    openPage(() => <SubmissionHistory submissions={[one(own)]} />)
    expect(text()).toContain(words)
  })

  it('is not there where nothing was submitted', () => {
    openPage(() => <SubmissionHistory submissions={[]} />)
    expect(text()).toBe('')
  })
})

describe('taking back', () => {
  let changed = 0
  const open = () => {
    changed = 0
    openPage(() => (
      <TakeBackButton
        submissionId={idOf(700)}
        onTakenBack={() => {
          changed += 1
        }}
      />
    ))
  }

  it('asks first, and does it once', async () => {
    wire.answer(takeBack, {})
    open()
    phone.agrees = false
    await tap('撤回')
    expect(phone.asked).toEqual(['撤回 撤回后可以修改，再重新提交。'])
    expect(wire.sent(takeBack)).toEqual([])
    phone.agrees = true
    await tapTwice('撤回')
    expect(wire.sent(takeBack)).toMatchObject([{ submissionId: idOf(700) }])
    expect(phone.said).toEqual(['已撤回'])
    expect(changed).toBe(1)
  })

  it('says what to do where it was decided meanwhile', async () => {
    wire.refuse(takeBack, 'NOTHING_TO_DECIDE')
    open()
    await tap('撤回')
    expect(text()).toContain(refusals.NOTHING_TO_DECIDE)
    expect(changed).toBe(0)
  })
})
