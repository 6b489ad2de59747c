import { fireEvent, screen } from '@testing-library/react'
import { list } from '../../../../cloudfunctions/meetings/contract'
import { units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone } from '../../../test/phone'
import { branchId, groupId, idOf, member, otherBranchId, secretary, summary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ListPage from './index'

const leader: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'leader' }] }
const open = (options: { as?: Me | null; params?: Record<string, string> } = {}) =>
  openPage(ListPage, { path: '/meetings/pages/list/index', ...options })
const one = { meetings: [summary({ state: 'closed', arrived: 20 })], more: false }

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(list, one)
})

it('shows grey lines, then the meetings of my branch', async () => {
  wire.hold(list)
  open()
  await settle()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(list)
  await settle()
  expect(text()).toContain('2026年11月支部党员大会十一月党员大会今天 15:00 · 三楼会议室实到 20 / 应到 23没有更早的会议了')
  expect(wire.sent(list)).toEqual([{ unitId: branchId }])
})

it('marks a meeting that was entered later', async () => {
  wire.answer(list, { meetings: [summary({ state: 'closed', arrived: 20, recordedLater: true })], more: false })
  open()
  await settle()
  expect(text()).toContain('实到 20 / 应到 23 · 补录')
})

it.each([
  ['a member', member, '支部书记安排会议后，会显示在这里。'],
  ['the secretary', secretary, '您安排的会议会显示在这里。'],
])('tells %s what will appear when there is nothing', async (_, as, hint) => {
  wire.answer(list, { meetings: [], more: false })
  open({ as })
  await settle()
  expect(text()).toContain(`还没有会议${hint}`)
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(list, 'INTERNAL')
  open()
  await settle()
  expect(text()).toContain('没有加载成功服务暂时出现问题')
  wire.answer(list, one)
  await tap('重试')
  expect(text()).toContain('十一月党员大会')
})

it('shows what was there last time without network, and is new by itself afterwards', async () => {
  const { unmount } = open()
  await settle()
  unmount()
  loseNetwork()
  open()
  await settle()
  expect(text()).toContain('现在连不上网络，下面是上次的内容。')
  expect(text()).toContain('十一月党员大会')
  wire.answer(list, { meetings: [summary({ title: '改了名的会' })], more: false })
  findNetwork()
  await settle()
  expect(text()).toContain('改了名的会')
})

it('says whose meetings may be looked at where these are not', async () => {
  wire.refuse(list, 'NOT_ALLOWED')
  open({ as: leader, params: { unitId: otherBranchId } })
  await settle()
  expect(text()).toContain('这个组织的会议不对您开放可以查看本支部和您联系支部的会议')
  expect(screen.queryByText('重试')).toBeNull()
})

it('fetches older meetings once on a double tap, under the same month', async () => {
  wire.answer(list, ({ before }) =>
    before
      ? { meetings: [summary({ title: '更早的会', meetingId: idOf(102), startsAt: '2026-11-02T09:00:00+08:00' })], more: false }
      : { meetings: [summary()], more: true },
  )
  open()
  await settle()
  await tapTwice('加载更多')
  expect(wire.sent(list)).toEqual([{ unitId: branchId }, { unitId: branchId, before: summary().startsAt }])
  expect(text().match(/2026年11月/g)).toHaveLength(1)
  expect(text()).toContain('更早的会')
})

it("names the group of a group's meeting", async () => {
  wire.answer(list, {
    meetings: [summary(), summary({ meetingId: idOf(103), unitId: groupId, unitName: '第一党小组', kind: 'group-meeting' })],
    more: false,
  })
  open()
  await settle()
  expect(text()).toContain('党小组会 · 第一党小组')
  expect(text()).not.toContain('支部党员大会 · ')
})

describe('units', () => {
  it('a leader chooses among the branches', async () => {
    open({ as: leader })
    await settle()
    fireEvent.click(screen.getByRole('radio', { name: '第二党支部' }))
    await settle()
    expect(wire.sent(list).at(-1)).toEqual({ unitId: otherBranchId })
    expect(screen.getByRole('radio', { name: '第二党支部' }).getAttribute('aria-checked')).toBe('true')
  })

  it('a member has nothing to choose or arrange', async () => {
    open()
    await settle()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByText('安排会议')).toBeNull()
  })

  it('the secretary arranges for the unit in sight', async () => {
    open({ as: secretary })
    await settle()
    await tap('安排会议')
    expect(lastVisit()?.url).toBe(`/meetings/pages/schedule/index?unitId=${branchId}`)
  })
})

it('sends whoever is not signed in to sign in and back here', async () => {
  open({ as: null, params: { unitId: branchId } })
  await settle()
  expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?unitId=${branchId}`)}`)
  expect(wire.requests()).toEqual([])
})
