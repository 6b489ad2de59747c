import { screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { type BranchShape, cadenceOf, summaryOf, type Tally } from '../../../../cloudfunctions/meetings/cadence'
import { type CadenceKind, cadence, cadenceBoard } from '../../../../cloudfunctions/meetings/cadence-contract'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork } from '../../../test/phone'
import { branchId, groupId, idOf, meetingId, otherBranchId, secretary } from '../../../test/samples'
import { sight } from '../../../test/sight'
import { wire } from '../../../test/wire'
import CadencePage from './index'
import type { BranchLine, Year } from './words'

const now = '2026-11-23T14:00:00+08:00'
const longAgo = new Date('2020-01-01T00:00:00+08:00')
const secondGroup = idOf(4)
const shape: BranchShape = {
  unitId: branchId,
  since: longAgo,
  committeeSince: null,
  groups: [groupId, secondGroup].map((unitId) => ({ unitId, since: longAgo })),
}
const held = (kind: CadenceKind, months: number[], unitId = branchId): Tally => ({ unitId, kind, held: months, planned: [] })
const everything = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const exemplary = [
  ...(['assembly', 'lecture', 'theme-day', 'life-meeting', 'appraisal-meeting'] as const).map((kind) => held(kind, everything)),
  held('group-meeting', everything, groupId),
  held('group-meeting', everything, secondGroup),
]
const ofBranch = (tallies: Tally[], own: Partial<Year> = {}): Year => ({
  unitId: branchId,
  unitName: '第一党支部',
  year: 2026,
  now,
  mayArrange: true,
  groups: [
    { unitId: groupId, name: '第一党小组' },
    { unitId: secondGroup, name: '第二党小组' },
  ],
  lines: cadenceOf(shape, tallies, own.year ?? 2026, new Date(now)),
  meetings: [],
  ...own,
})
const inBoard = (unitName: string, tallies: Tally[], unitId = branchId): BranchLine => ({
  unitId,
  unitName,
  ...summaryOf(cadenceOf(shape, tallies, 2026, new Date(now)), 2026, new Date(now)),
})
const open = (params: { unitId?: string } = { unitId: branchId }) =>
  openPage(CadencePage, { path: '/meetings/pages/cadence/index', params, as: secretary })
const show = async (data: Year, params?: { unitId?: string }) => {
  wire.answer(cadence, data)
  open(params)
  await settle()
}

describe('a branch’s year', () => {
  it('shows grey lines, then what every period became, in words', async () => {
    wire.answer(cadence, ofBranch([held('assembly', [2, 5]), held('theme-day', [10, 10])]))
    wire.hold(cadence)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(cadence)
    await settle()
    expect(text()).toContain('支部党员大会每季度一次一季度✓ 1次二季度✓ 1次三季度逾期四季度待召开')
    expect(text()).toContain('9月逾期10月✓ 2次11月待召开12月未到')
    expect(text()).toContain('组织生活会每年一次全年待召开')
  })

  it('says how many groups have met, and leaves out what is not owed', async () => {
    await show(ofBranch([held('group-meeting', [10, 11], groupId), held('group-meeting', [10], secondGroup)]))
    expect(text()).toContain('10月✓ 2次11月1/2 待召开')
    expect(text()).not.toContain('支委会')
  })

  it('is content where nothing is lacking', async () => {
    await show(ofBranch(exemplary))
    expect(text()).toContain('应召开的会议都已召开或安排。')
  })

  it('counts what is overdue, and what is owed now', async () => {
    const withoutLectures = exemplary.filter(({ kind }) => kind !== 'lecture')
    await show(ofBranch([...withoutLectures, held('lecture', [1, 4])]))
    expect(text()).toContain('逾期 1 次，本期待召开 1 次')
  })

  it('has a year before, and no year to come', async () => {
    wire.answer(cadence, ({ year = 2026 }) => ofBranch([], { year }))
    open()
    await settle()
    await tap('上一年')
    expect(text()).toContain('2025年')
    await tap('下一年')
    expect(text()).toContain('2026年')
    expect(wire.sent(cadence)).toMatchObject([{ unitId: branchId }, { year: 2025 }, { year: 2026 }])
    expect(screen.getByRole('button', { name: '下一年' }).hasAttribute('disabled')).toBe(true)
  })

  it('says so for a year before the branch was there', async () => {
    const young = { ...shape, since: new Date('2026-06-01T00:00:00+08:00'), groups: [] }
    await show(ofBranch([], { year: 2025, lines: cadenceOf(young, [], 2025, new Date(now)) }))
    expect(text()).toContain('这一年没有应召开的会议')
  })

  it.each(['NOT_ALLOWED', 'NOT_A_BRANCH', 'INTERNAL'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(cadence, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(cadence, ofBranch([]))
    await tap('重试')
    expect(text()).toContain('第一党支部')
  })

  it('shows what was there last time without network, and is new by itself afterwards', async () => {
    wire.answer(cadence, ofBranch([]))
    const { unmount } = open()
    await settle()
    unmount()
    loseNetwork()
    open()
    await settle()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    wire.answer(cadence, ofBranch(exemplary))
    findNetwork()
    await settle()
    expect(text()).toContain('应召开的会议都已召开或安排。')
  })
})

describe('behind a cell', () => {
  it('stand its meetings, each leading there', async () => {
    const meeting = (id: string, startsAt: string, title: string) =>
      ({ meetingId: id, unitId: branchId, kind: 'assembly', title, startsAt, state: 'closed', arrived: 21 }) as const
    const meetings = [
      meeting(idOf(5), '2026-03-31T23:00:00+08:00', '三月党员大会'),
      meeting(meetingId, '2026-04-01T09:00:00+08:00', '四月党员大会'),
    ]
    await show(ofBranch([held('assembly', [3, 4])], { meetings }))
    await tap('支部党员大会 二季度 ✓ 1次')
    expect(text()).toContain('已召开 1 次。四月党员大会4月1日 周三 09:00 · 实到 21 人')
    expect(text()).not.toContain('三月党员大会')
    await tap(/四月党员大会/)
    expect(lastVisit()?.url).toBe(`/meetings/pages/meeting/index?meetingId=${meetingId}`)
  })

  it('is the way to arrange what is owed, with its kind filled in', async () => {
    await show(ofBranch([]))
    await tap('组织生活会 全年 待召开')
    await tap('安排会议')
    expect(lastVisit()?.url).toBe(`/meetings/pages/schedule/index?unitId=${branchId}&kind=life-meeting`)
  })

  it('each group that still owes has its own', async () => {
    await show(ofBranch([held('group-meeting', [11], groupId)]))
    await tap('党小组会 11月 1/2 待召开')
    expect(text()).toContain('1 个党小组本期还没有召开')
    expect(screen.queryByRole('button', { name: '为第一党小组安排会议' })).toBeNull()
    await tap('为第二党小组安排会议')
    expect(lastVisit()?.url).toBe(`/meetings/pages/schedule/index?unitId=${secondGroup}&kind=group-meeting`)
  })

  it('of the past offers nothing to arrange, nor does any to whoever only reads', async () => {
    await show(ofBranch([]))
    await tap('主题党日 3月 逾期')
    expect(text()).toContain('没有召开记录，如已召开可以补录。')
    expect(screen.queryByRole('button', { name: '安排会议' })).toBeNull()
  })

  it('has nothing to arrange for whoever only reads', async () => {
    await show(ofBranch([], { mayArrange: false }))
    await tap('组织生活会 全年 待召开')
    expect(text()).toContain('本期还没有召开。')
    expect(screen.queryByRole('button', { name: '安排会议' })).toBeNull()
  })
})

describe('branches side by side', () => {
  const showBoard = async (branches: BranchLine[]) => {
    wire.answer(cadenceBoard, { year: 2026, now, branches })
    open({})
    await settle()
  }

  it('say what each lacks, and lead there', async () => {
    const withoutLectures = exemplary.filter(({ kind }) => kind !== 'lecture')
    await showBoard([inBoard('第一党支部', withoutLectures), inBoard('第二党支部', exemplary, otherBranchId)])
    expect(text()).toContain('2 个党支部，1 个有逾期的会议')
    expect(text()).toContain('第一党支部逾期：党课 3逾期 3')
    expect(text()).toContain('第二党支部已完成')
    expect(screen.getByLabelText('党课 应 4 次，已召开 0 次')).toBeTruthy()
    await tap('第二党支部')
    expect(lastVisit()?.url).toBe(`/meetings/pages/cadence/index?unitId=${otherBranchId}`)
  })

  it('say that nothing is overdue', async () => {
    await showBoard([inBoard('第一党支部', exemplary), inBoard('第二党支部', exemplary, otherBranchId)])
    expect(text()).toContain('2 个党支部都没有逾期的会议')
  })

  it('are skipped for whoever answers for one alone', async () => {
    wire.answer(cadence, ofBranch([]))
    await showBoard([inBoard('第一党支部', [])])
    expect(text()).toContain('支部党员大会')
    expect(wire.sent(cadence)).toEqual([{ unitId: branchId }])
  })

  it('are none before there are branches', async () => {
    await showBoard([])
    expect(text()).toContain('还没有党支部管理员在组织中加入党支部后，会显示在这里。')
  })

  it('are not for members, who are told what is', async () => {
    wire.refuse(cadenceBoard, 'NOT_ALLOWED')
    open({})
    await settle()
    expect(text()).toContain('三会一课由支部委员和上级党组织查看')
  })

  it('say what went wrong, and a retry works', async () => {
    wire.refuse(cadenceBoard, 'INTERNAL')
    open({})
    await settle()
    expect(text()).toContain(refusals.INTERNAL)
    wire.answer(cadenceBoard, { year: 2026, now, branches: [] })
    await tap('重试')
    expect(text()).toContain('还没有党支部')
  })

  it('of a thousand have the rows in sight alone', async () => {
    await showBoard(Array.from({ length: 1000 }, (_, number) => inBoard(`第${number}党支部`, [], idOf(1000 + number))))
    expect(document.querySelectorAll('.board-row')).toHaveLength(40)
    await sight.move([document.querySelectorAll('.long-list__part')[49]])
    expect(text()).toContain('第999党支部')
  })

  it('keep the year for the branch that stands alone', async () => {
    wire.answer(cadence, ({ year = 2026 }) => ofBranch([], { year }))
    wire.answer(cadenceBoard, ({ year = 2026 }) => ({ year, now, branches: [inBoard('第一党支部', [])] }))
    open({})
    await settle()
    await tap('上一年')
    expect(text()).toContain('2025年')
  })
})
