import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { handInMakeUp, myMakeUps } from '../../../../cloudfunctions/meetings/make-up-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { meetingId } from '../../../test/samples'
import { wire } from '../../../test/wire'
import MakeUpPage from './index'

const now = '2026-11-23T14:00:00+08:00'
type MakeUp = OutputOf<typeof myMakeUps>['makeUps'][number]
const makeUp = (own: Partial<MakeUp> = {}): MakeUp => ({
  meetingId,
  title: '十月党课',
  unitName: '第一党支部',
  startsAt: '2026-10-20T15:00:00+08:00',
  state: 'owed',
  dueAt: '2026-11-30T23:59:00+08:00',
  instructions: '学习党课讲稿\n写心得',
  note: null,
  handedInAt: null,
  decision: null,
  ...own,
})
const answer = (own?: Partial<MakeUp>) => wire.answer(myMakeUps, { now, makeUps: own ? [makeUp(own)] : [] })
const open = (options = {}) => openPage(MakeUpPage, { path: '/meetings/pages/make-up/index', params: { meetingId }, ...options })
async function openWhole() {
  const page = open()
  await settle()
  return page
}

beforeEach(() => answer({}))

it('shows grey lines, then what is owed and by when', async () => {
  wire.hold(myMakeUps)
  open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(myMakeUps)
  await settle()
  expect(text()).toContain('十月党课待补课')
  expect(text()).toContain('期限11月30日 周一 23:59')
  expect(text()).toContain('学习党课讲稿')
})

it('says who makes something appear where nothing is owed', async () => {
  answer()
  await openWhole()
  expect(text()).toContain('这次会议没有要补的课支部安排补课后')
})

it.each(['INTERNAL', 'NOT_ALLOWED'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(myMakeUps, code)
  await openWhole()
  expect(text()).toContain(refusals[code])
  answer({})
  await tap('重试')
  expect(text()).toContain('十月党课')
})

it('is handed in once on a double tap, and waits to be read', async () => {
  wire.answer(handInMakeUp, {})
  await openWhole()
  type('心得', '已学习全文')
  answer({ state: 'handed-in', note: '已学习全文', handedInAt: now })
  await tapTwice('提交心得')
  expect(wire.sent(handInMakeUp)).toMatchObject([{ meetingId, note: '已学习全文' }])
  expect(phone.said).toEqual(['已提交，等待审阅'])
  expect(text()).toContain('待审阅')
  expect(text()).toContain('我的心得今天提交已学习全文')
  expect(screen.queryByRole('button', { name: '提交心得' })).toBeNull()
})

it('asks for words before anything is sent', async () => {
  await openWhole()
  await tap('提交心得')
  expect(screen.getByRole('alert').textContent).toBe('请写几句心得')
  expect(wire.sent(handInMakeUp)).toEqual([])
})

it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
  const { unmount } = await openWhole()
  type('心得', '写了一半')
  unmount()
  restartApp()
  await openWhole()
  expect(typed('心得')).toBe('写了一半')
  loseNetwork()
  await tap('提交心得')
  expect(text()).toContain('现在连不上网络')
  findNetwork()
  wire.refuse(handInMakeUp, 'NOTHING_OWED')
  await tap('提交心得')
  expect(text()).toContain(refusals.NOTHING_OWED)
  expect(typed('心得')).toBe('写了一半')
})

it('begins again from what came back, with the reason', async () => {
  answer({ state: 'returned', note: '已学', decision: '请结合岗位写' })
  await openWhole()
  expect(text()).toContain('退回的原因请结合岗位写')
  expect(typed('心得')).toBe('已学')
})

it('is only looked at once it is accepted', async () => {
  answer({ state: 'accepted', note: '已学', handedInAt: now })
  await openWhole()
  expect(text()).toContain('已通过')
  expect(screen.queryByRole('button', { name: '提交心得' })).toBeNull()
})

it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
  open({ as: null })
  await settle()
  expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?meetingId=${meetingId}`)}`)
  expect(wire.requests()).toEqual([])
})
