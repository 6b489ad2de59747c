import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { previewPast, recordPast } from '../../../../cloudfunctions/meetings/past-contract'
import { members, units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { storedState } from '../../../platform/stored-state'
import { openPage, settle, tap, tapTwice, text, type } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { branchId, idOf, meetingId, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import type { Draft } from '../schedule/draft'
import RecordPastPage from './index'

const draft: Draft = {
  unitId: branchId,
  kind: 'theme-day',
  title: '十一月主题党日',
  date: '2026-11-20',
  time: '15:00',
  durationMinutes: 120,
  place: '红色教育基地',
  agenda: '参观学习',
  signOut: false,
  every: 'never',
  ends: 'count',
  count: 12,
  until: '2027-02-22',
}
const expected = (number: number, name: string) => ({ memberId: idOf(number), name, groupName: '第一党小组', votes: true })
const people = [expected(21, '王小明'), expected(22, '赵大海'), expected(23, '钱学文')]
const what = { unitId: branchId, kind: 'theme-day', startsAt: '2026-11-20T15:00:00+08:00', durationMinutes: 120 }

const open = (options: { as?: Me | null } = {}) =>
  openPage(RecordPastPage, { path: '/meetings/pages/record-past/index', as: secretary, ...options })
/** As the page before left it on the phone. */
const fillIn = (own: Partial<Draft> = {}) =>
  storedState<Record<string, Draft>>('drafts.meetings', {}).set({ [`${secretary.id} new`]: { ...draft, ...own } })
const show = async () => {
  fillIn()
  restartApp()
  const page = open()
  await settle()
  return page
}
const mark = async (name: string, reason: string) => {
  await tap(new RegExp(`^${name} `))
  await tap(reason)
}

beforeEach(() => {
  wire.answer(previewPast, { people, same: [] })
  wire.answer(recordPast, { meetingId })
})

it('shows grey lines, then the meeting with everyone there', async () => {
  wire.hold(previewPast)
  fillIn()
  restartApp()
  open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(previewPast)
  await settle()
  expect(wire.sent(previewPast)).toEqual([what])
  expect(text()).toContain('十一月主题党日补录会议主题党日时间11月20日 周五 15:00，120 分钟地点红色教育基地')
  expect(text()).toContain('应到 3 · 实到 3')
  expect(screen.getByRole('button', { name: '王小明 到会' })).toBeTruthy()
})

it('is sent with two taps for each who was away, and opens the meeting', async () => {
  await show()
  await mark('王小明', '因公出差')
  await mark('赵大海', '未请假')
  expect(text()).toContain('应到 3 · 实到 1')
  expect(text()).toContain('王小明因公出差请假')
  await tapTwice('登记：实到 1 人')
  expect(phone.asked[0]).toBe('补录这次会议 应到 3 人，实到 1 人。登记后名单固定，更正须写明原因。')
  expect(wire.sent(recordPast)).toMatchObject([
    {
      ...what,
      title: '十一月主题党日',
      place: '红色教育基地',
      agenda: '参观学习',
      exceptions: [
        { memberId: idOf(21), state: 'excused', reason: '因公出差' },
        { memberId: idOf(22), state: 'absent', reason: '未请假' },
      ],
      invitedIds: [],
    },
  ])
  expect(phone.said).toEqual(['已补录'])
  expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/meetings/pages/meeting/index?meetingId=${meetingId}` })
})

it('counts who came late as there, and who belonged elsewhere not at all', async () => {
  await show()
  await mark('王小明', '会议开始后到会')
  await mark('赵大海', '当时不在本支部')
  expect(text()).toContain('应到 2 · 实到 2')
})

it('takes a mark back', async () => {
  await show()
  await mark('王小明', '值班')
  await mark('王小明', '改回到会')
  await tap('登记：实到 3 人')
  expect(wire.sent(recordPast)).toMatchObject([{ exceptions: [] }])
})

it('takes any other reason', async () => {
  await show()
  await tap(/^王小明 /)
  type('其他原因', '回乡奔丧')
  fireEvent.click(screen.getByRole('radio', { name: '请假' }))
  await tap('确定')
  await tap('登记：实到 2 人')
  expect(wire.sent(recordPast)).toMatchObject([{ exceptions: [{ memberId: idOf(21), state: 'excused', reason: '回乡奔丧' }] }])
})

it('adds who else was there', async () => {
  const activist = { id: idOf(31), name: '孙积极', standing: 'activist' as const, groupId: null, posts: [], activated: true }
  wire.answer(units, tree)
  wire.answer(members, { members: [activist], warnings: [] })
  await show()
  await tap('添加列席人员')
  fireEvent.click(screen.getByRole('checkbox', { name: '孙积极 入党积极分子' }))
  await tap('完成')
  expect(text()).toContain('列席1 人')
  await tap('登记：实到 3 人')
  expect(wire.sent(recordPast)).toMatchObject([{ invitedIds: [idOf(31)] }])
})

it('points at a meeting that may be the same, and is sent when another is meant', async () => {
  wire.answer(previewPast, { people, same: [{ meetingId, title: '主题党日', startsAt: what.startsAt, state: 'closed' }] })
  await show()
  expect(text()).toContain('11月20日 周五 15:00 已经有一次同类会议“主题党日”，请核对是否重复。')
  phone.agrees = false
  await tap('登记：实到 3 人')
  expect(wire.sent(recordPast)).toEqual([])
  phone.agrees = true
  await tap('登记：实到 3 人')
  expect(wire.sent(recordPast)).toMatchObject([{ evenIfSame: true }])
})

it.each(recordPast.refusals)('says what to do when refused with %s, and loses nothing', async (code) => {
  wire.refuse(recordPast, code)
  await show()
  await mark('王小明', '值班')
  await tap('登记：实到 2 人')
  expect(text()).toContain(refusals[code])
  expect(screen.getByRole('button', { name: '王小明 请假' })).toBeTruthy()
})

it.each(previewPast.refusals)('leads back to the time when it cannot be recorded: %s', async (code) => {
  wire.refuse(previewPast, code)
  await show()
  expect(text()).toContain(refusals[code])
  await tap('修改时间')
  expect(lastVisit()).toEqual({ how: 'redirectTo', url: '/meetings/pages/schedule/index' })
})

it('says what went wrong otherwise, and a retry works', async () => {
  wire.refuse(previewPast, 'INTERNAL')
  await show()
  expect(text()).toContain(refusals.INTERNAL)
  wire.answer(previewPast, { people, same: [] })
  await tap('重试')
  expect(text()).toContain('应到 3 · 实到 3')
})

it('asks for the meeting first where nothing was filled in', async () => {
  open()
  await settle()
  expect(text()).toContain('还没有填写是什么会')
  await tap('填写会议')
  expect(lastVisit()).toEqual({ how: 'redirectTo', url: '/meetings/pages/schedule/index' })
})

it('keeps the marks when the app is closed, and without network', async () => {
  const { unmount } = await show()
  await mark('王小明', '值班')
  loseNetwork()
  await tap('登记：实到 2 人')
  expect(text()).toContain('现在连不上网络')
  unmount()
  restartApp()
  findNetwork()
  open()
  await settle()
  expect(screen.getByRole('button', { name: '王小明 请假' })).toBeTruthy()
})

it('sends whoever is not signed in to sign in and back here', async () => {
  open({ as: null })
  await settle()
  expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(phone.path)}`)
})
