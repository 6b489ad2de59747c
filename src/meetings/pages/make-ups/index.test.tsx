import { fireEvent, screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { decideMakeUp, makeUps, setMakeUp } from '../../../../cloudfunctions/meetings/make-up-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import { meetingId, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import MakeUpsPage from './index'

const now = '2026-11-23T14:00:00+08:00'
type MakeUp = OutputOf<typeof makeUps>['makeUps'][number]
const row = (own: Partial<MakeUp> = {}): MakeUp => ({
  memberId: member.id,
  name: member.name,
  state: 'owed',
  dueAt: '2026-11-30T23:59:00+08:00',
  instructions: '学习党课讲稿',
  note: null,
  handedInAt: null,
  decision: null,
  ...own,
})
const handedIn = row({ state: 'handed-in', note: '已学习全文', handedInAt: now })
const answer = (...rows: MakeUp[]) => wire.answer(makeUps, { now, makeUps: rows })
async function show(options = {}) {
  openPage(MakeUpsPage, { path: '/meetings/pages/make-ups/index', params: { meetingId }, as: secretary, ...options })
  await settle()
}

it('says what was asked and how far everyone is', async () => {
  answer(handedIn, row({ memberId: secretary.id }), row({ memberId: meetingId, state: 'accepted' }))
  await show()
  expect(text()).toContain('内容学习党课讲稿进度待补课 1 人 · 待审阅 1 人 · 已通过 1 人')
})

describe('asking for it', () => {
  beforeEach(() => {
    answer()
    wire.answer(setMakeUp, { owed: 2 })
  })

  it('says what will appear, and offers to ask', async () => {
    await show()
    expect(text()).toContain('还没有安排补课写明内容和期限后，缺席的同志会在“今日”看到')
  })

  it('is sent once, due at the end of the day a week on unless another is chosen', async () => {
    await show()
    await tap('自学党课讲稿，写一篇短心得')
    fireEvent.click(screen.getByRole('radio', { name: '缺席和请假的' }))
    answer(row())
    await tapTwice('通知补课')
    expect(wire.sent(setMakeUp)).toMatchObject([
      { meetingId, whom: 'absent-and-excused', instructions: '自学党课讲稿，写一篇短心得', dueAt: '2026-11-30T23:59:00+08:00' },
    ])
    expect(phone.said).toEqual(['2 人需要补课'])
    expect(text()).toContain('王小明待补课期限11月30日 周一')
  })

  it('asks for words before anything is sent', async () => {
    await show()
    await tap('通知补课')
    expect(screen.getByRole('alert').textContent).toBe('请写明补学的内容')
    expect(wire.sent(setMakeUp)).toEqual([])
  })

  it.each([...setMakeUp.refusals, 'NOT_ALLOWED'] as const)('says what to do when refused with %s', async (code) => {
    wire.refuse(setMakeUp, code)
    await show()
    type('内容和要求', '学习党课讲稿')
    await tap('通知补课')
    expect(text()).toContain(refusals[code])
    expect(typed('内容和要求')).toBe('学习党课讲稿')
  })

  it('begins from what was asked before when it is changed', async () => {
    answer(row({ dueAt: '2026-12-05T23:59:00+08:00' }))
    await show()
    await tap('修改内容或期限')
    expect(typed('内容和要求')).toBe('学习党课讲稿')
    await tap('通知补课')
    expect(wire.sent(setMakeUp)).toMatchObject([{ dueAt: '2026-12-05T23:59:00+08:00' }])
  })
})

describe('reading it', () => {
  beforeEach(() => wire.answer(decideMakeUp, {}))

  it('shows who is late, and what was handed in', async () => {
    answer(handedIn, row({ memberId: secretary.id, name: '李书记', dueAt: '2026-11-22T23:59:00+08:00' }))
    await show()
    expect(text()).toContain('王小明待审阅期限11月30日 周一提交今天 14:00已学习全文')
    expect(text()).toContain('李书记已逾期')
  })

  it('accepts once', async () => {
    answer(handedIn)
    await show()
    answer(row({ state: 'accepted', note: '已学习全文' }))
    await tapTwice('通过')
    expect(wire.sent(decideMakeUp)).toMatchObject([{ meetingId, memberId: member.id, decision: 'accepted' }])
    expect(text()).toContain('王小明已通过')
  })

  it('returns with a reason, and not without', async () => {
    answer(handedIn)
    await show()
    fireEvent.click(screen.getAllByRole('button', { name: '退回' })[0] ?? document.body)
    fireEvent.click(screen.getAllByRole('button', { name: '退回' })[1] ?? document.body)
    await settle()
    expect(wire.sent(decideMakeUp)).toEqual([])
    await tap('请结合岗位实际再写几句')
    fireEvent.click(screen.getAllByRole('button', { name: '退回' })[1] ?? document.body)
    await settle()
    expect(wire.sent(decideMakeUp)).toMatchObject([{ decision: 'returned', comment: '请结合岗位实际再写几句' }])
    expect(phone.said).toEqual(['已退回给王小明'])
  })

  it.each(decideMakeUp.refusals)('says what to do when refused with %s', async (code) => {
    answer(handedIn)
    wire.refuse(decideMakeUp, code)
    await show()
    await tap('通过')
    expect(text()).toContain(refusals[code])
  })
})

it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(makeUps, code)
  await show()
  expect(text()).toContain(refusals[code])
  answer(row())
  await tap('重试')
  expect(text()).toContain('王小明')
})

it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
  await show({ as: null })
  expect(lastVisit()?.url).toContain('/pages/sign-in/index')
  expect(wire.requests()).toEqual([])
})
