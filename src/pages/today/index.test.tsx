import { act, screen } from '@testing-library/react'
import { count } from '../../../cloudfunctions/approvals/count-contract'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { mine } from '../../../cloudfunctions/meetings/contract'
import { myMakeUps } from '../../../cloudfunctions/meetings/make-up-contract'
import { rounds } from '../../../cloudfunctions/reviews/contract'
import { duePledges } from '../../../cloudfunctions/showcase/pledge-contract'
import { keepScan, keptScans, lateOutcomes } from '../../check-in/kept-scans'
import { elderMode } from '../../platform/elder-mode'
import { saveBallot } from '../../platform/kept-ballots'
import { serverNow } from '../../platform/server-clock'
import { endSession, session } from '../../platform/session'
import { openPage, sessionOf, settle, tap, text, wait } from '../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, turn } from '../../test/phone'
import { publicKey, roundId, roundOf, subjects, summaryOf } from '../../test/rounds'
import { groupId, idOf, meetingId, member, scannedCode, secretary, summary } from '../../test/samples'
import { wire } from '../../test/wire'
import TodayPage from './index'

const now = '2026-11-23T14:00:00+08:00'
const nothing = { now, current: [], upcoming: [], past: [] }
const someday = { ...nothing, upcoming: [summary()] }
const open = (options = {}) => openPage(TodayPage, options)

type MakeUp = OutputOf<typeof myMakeUps>['makeUps'][number]
const makeUp = (own: Partial<MakeUp> = {}): MakeUp => ({
  meetingId,
  title: '十月党课',
  unitName: '第一党支部',
  startsAt: '2026-10-20T15:00:00+08:00',
  state: 'owed',
  dueAt: '2026-11-30T23:59:00+08:00',
  instructions: '学习党课讲稿',
  note: null,
  handedInAt: null,
  decision: null,
  ...own,
})
beforeEach(() => {
  wire.answer(myMakeUps, { now, makeUps: [] })
  wire.answer(duePledges, { today: '2026-11-23', pledges: [] })
  wire.answer(count, { waiting: 0 })
  wire.answer(rounds, { now, rounds: [] })
})

it('shows grey lines until it knows', async () => {
  wire.answer(mine, someday)
  wire.hold(mine)
  open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(mine)
  await settle()
  expect(screen.queryByLabelText('正在加载')).toBeNull()
})

it('says what is owed: what is open first, then what comes, then what was', async () => {
  wire.answer(mine, {
    now,
    current: [summary({ title: '正开的会', state: 'open', arrived: 7 })],
    upcoming: [summary({ title: '将开的会', meetingId: idOf(101) })],
    past: [
      summary({
        title: '开过的会',
        meetingId: idOf(102),
        state: 'closed',
        mine: { state: 'present', at: '2026-11-02T09:01:00+08:00', leave: null },
      }),
    ],
  })
  open()
  await settle()
  expect(text()).toMatch(
    /王小明同志.*正在签到.*待签到正开的会.*已到 7 \/ 应到 23.*接下来.*将开的会今天 15:00 · 三楼会议室还有 1 小时.*最近参加.*09:01 已签到开过的会/,
  )
})

it('says what will appear when there is nothing, and who makes it appear', async () => {
  wire.answer(mine, nothing)
  open()
  await settle()
  expect(text()).toContain('近期没有会议支部书记安排会议后')
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(mine, 'INTERNAL')
  open()
  await settle()
  expect(text()).toContain('没有加载成功服务暂时出现问题，请稍后再试')
  wire.answer(mine, someday)
  await tap('重试')
  expect(text()).toContain('十一月党员大会')
})

const rememberedPages = () => [...phone.stored.keys()].filter((key) => key.startsWith('sanliang.last.'))

describe('without network', () => {
  it('shows what was there last time and says so, and is new by itself afterwards', async () => {
    wire.answer(mine, someday)
    open().unmount()
    await settle()
    loseNetwork()
    open()
    await settle()
    expect(text()).toContain('网络已断开。已显示的内容可能不是最新，联网后会自动更新。')
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    expect(text()).toContain('十一月党员大会')
    wire.answer(mine, { ...nothing, upcoming: [summary({ title: '改了名的会' })] })
    findNetwork()
    await settle()
    expect(text()).toContain('改了名的会')
    expect(text()).not.toContain('现在连不上网络')
  })

  it('has nothing of somebody who signed out', async () => {
    wire.answer(mine, someday)
    open().unmount()
    await settle()
    expect(rememberedPages()).toHaveLength(4)
    endSession()
    expect(rememberedPages()).toEqual([])
    loseNetwork()
    open({ as: secretary })
    await settle()
    expect(text()).not.toContain('十一月党员大会')
  })

  it('has nothing of somebody whose answer came after they had signed out', async () => {
    wire.answer(mine, someday)
    wire.hold(mine)
    const { unmount } = open()
    unmount()
    endSession()
    wire.release(mine)
    await settle()
    expect(rememberedPages()).toEqual([])
    loseNetwork()
    open({ as: secretary })
    await settle()
    expect(text()).not.toContain('十一月党员大会')
  })

  it('has nothing of somebody over whom another signed in', async () => {
    wire.answer(mine, someday)
    open()
    await settle()
    loseNetwork()
    act(() => session.set(sessionOf(secretary)))
    await settle()
    expect(text()).toContain('李书记同志')
    expect(text()).not.toContain('十一月党员大会')
  })
})

describe('scans on the phone', () => {
  beforeEach(() => wire.answer(mine, nothing))

  it('says which wait for the network', async () => {
    open()
    act(() => void keepScan(scannedCode))
    await settle()
    expect(text()).toContain('14:00 的扫码已保存，联网后自动提交')
  })

  it("says nothing of another member's", async () => {
    open()
    act(() => void keepScan(scannedCode))
    act(() => session.set(sessionOf(secretary)))
    await settle()
    expect(keptScans.get()).toHaveLength(1)
    expect(text()).not.toContain('的扫码已保存')
  })

  it('says what became of them until it is read', async () => {
    lateOutcomes.set([{ kind: 'success', title: '签到成功', lines: ['王小明', '十一月党员大会'] }])
    open()
    await settle()
    expect(text()).toContain('签到成功：王小明，十一月党员大会')
    await tap('知道了')
    expect(text()).not.toContain('签到成功')
  })
})

describe('what is owed for missed meetings', () => {
  beforeEach(() => wire.answer(mine, someday))

  it.each<[string, Partial<MakeUp>, string]>([
    ['owed', {}, '补学：十月党课待补课11月30日 周一截止'],
    ['owed after its day', { dueAt: '2026-11-22T23:59:00+08:00' }, '补学：十月党课已逾期昨天截止'],
    ['returned', { state: 'returned', decision: '再写几句' }, '补学：十月党课已退回'],
    ['handed in', { state: 'handed-in', note: '已学' }, '补学：十月党课待审阅'],
  ])('says what is %s, and leads there', async (_, own, words) => {
    wire.answer(myMakeUps, { now, makeUps: [makeUp(own)] })
    open()
    await settle()
    expect(text()).toContain(words)
    await tap(/补学/)
    expect(lastVisit()?.url).toBe(`/meetings/pages/make-up/index?meetingId=${meetingId}`)
  })

  it('is silent where nothing is owed', async () => {
    open()
    await settle()
    expect(text()).not.toContain('补课')
  })

  it('hides no meeting where it cannot be had', async () => {
    wire.refuse(myMakeUps, 'INTERNAL')
    open()
    await settle()
    expect(text()).toContain('十一月党员大会')
  })
})

describe('what was promised', () => {
  const due = { pledgeId: idOf(800), text: '上门办理业务', target: '12 次', dueOn: '2026-12-10', progress: 80 }
  beforeEach(() => wire.answer(mine, someday))

  it('says what is due soon or overdue, and leads there', async () => {
    const overdue = { ...due, pledgeId: idOf(801), text: '带好一名徒弟', dueOn: '2026-11-20' }
    wire.answer(duePledges, { today: '2026-11-23', pledges: [overdue, due] })
    open()
    await settle()
    expect(text()).toContain('我的承诺带好一名徒弟已过 3 天目标：12 次 · 11月20日前80%上门办理业务还有 17 天目标：12 次 · 12月10日前80%')
    await tap(/上门办理/)
    expect(lastVisit()?.url).toBe(`/showcase/pages/pledge/index?pledgeId=${idOf(800)}`)
  })

  it('is silent where nothing is due, and hides no meeting where it cannot be had', async () => {
    open()
    await settle()
    expect(text()).not.toContain('我的承诺')
    wire.refuse(duePledges, 'INTERNAL')
    await wait(2)
    turn('show')
    await settle()
    expect(text()).toContain('十一月党员大会')
  })
})

it('asks again when it comes back into sight, but not twice at the start', async () => {
  wire.answer(mine, nothing)
  open()
  await settle()
  expect(wire.sent(mine)).toHaveLength(1)
  await wait(10)
  turn('show')
  await settle()
  expect(wire.sent(mine)).toHaveLength(2)
})

it("learns the server's time", async () => {
  wire.answer(mine, { ...nothing, now: '2026-11-23T14:20:00+08:00' })
  open()
  await settle()
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-23T06:20:00.000Z')
})

it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
  open({ as: null })
  await settle()
  expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/pages/sign-in/index?next=${encodeURIComponent('/pages/today/index')}` })
  expect(wire.requests()).toEqual([])
})

it('opens a meeting that is tapped', async () => {
  wire.answer(mine, someday)
  open()
  await settle()
  await tap(/十一月党员大会/)
  expect(lastVisit()?.url).toBe(`/meetings/pages/meeting/index?meetingId=${meetingId}`)
})

it.each([
  ['a secretary', secretary, true],
  ['a leader of the committee', { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'leader' as const }] }, true],
  ['a group leader', { ...member, posts: [{ unitId: groupId, unitName: '第一党小组', post: 'group-leader' as const }] }, false],
  ['a member', member, false],
])('offers the board of regular meetings to %s: %s', async (_, me, offered) => {
  wire.answer(mine, nothing)
  open({ as: me })
  await settle()
  expect(screen.queryByText('三会一课') !== null).toBe(offered)
})

it('offers to arrange meetings only to those who may', async () => {
  wire.answer(mine, nothing)
  open({ as: secretary })
  await settle()
  expect(screen.queryByText('安排会议')).not.toBeNull()
  act(() => session.set(sessionOf(member)))
  await settle()
  expect(screen.queryByText('安排会议')).toBeNull()
})

it('keeps its scan button in elder mode', async () => {
  wire.answer(mine, nothing)
  const { container } = open()
  act(() => elderMode.set(true))
  await settle()
  expect(container.querySelector('.screen--elder')).not.toBeNull()
  expect(screen.getByRole('button', { name: '扫码签到' })).toBeTruthy()
})

describe('what waits for a decision', () => {
  beforeEach(() => wire.answer(mine, nothing))

  it('is one tap away for whoever decides', async () => {
    wire.answer(count, { waiting: 3 })
    open({ as: secretary })
    await settle()
    await tap(/^待审批 3 项/)
    expect(lastVisit()?.url).toBe('/approvals/pages/inbox/index')
  })

  it('is not mentioned where nothing waits, nor where it cannot be had', async () => {
    open({ as: secretary })
    await settle()
    expect(text()).not.toContain('待审批')
    wire.refuse(count, 'INTERNAL')
    open({ as: secretary })
    await settle()
    expect(text()).not.toContain('待审批')
  })

  it('is not asked for by whoever answers for nothing', async () => {
    open()
    await settle()
    expect(wire.sent(count)).toEqual([])
  })
})

describe('a review', () => {
  beforeEach(() => wire.answer(mine, nothing))

  it('that is mine to rate leads to its list, until all are rated', async () => {
    wire.answer(rounds, {
      now,
      rounds: [summaryOf({ issued: 1 }), summaryOf({ roundId: idOf(901), title: '评完的', issued: 2 })],
    })
    open()
    await settle()
    expect(text()).not.toContain('评完的')
    await tap(/待评议：四季度一评 已评 1 \/ 2 · 11月30日 周一 18:00截止/)
    expect(lastVisit()?.url).toContain('/reviews/pages/round/index')
  })

  it('whose ballot is on its way is told of', async () => {
    const { orgId, closesAt } = roundOf()
    const { subjectId = '', name = '' } = subjects[0] ?? {}
    const content = { marks: [90, 80], comment: '' }
    saveBallot({ memberId: member.id, orgId, roundId, subjectId, subjectName: name, part: 'mutual', publicKey, closesAt, content })
    open()
    await settle()
    await tap(/待发送 1 张评议票/)
    expect(lastVisit()?.url).toBe('/reviews/pages/list/index')
  })
})
