import { type BranchShape, byNeed, cadenceOf, type Line, summaryOf, type Tally, yearOf } from './cadence'
import type { CadenceKind } from './cadence-contract'

const longAgo = new Date('2020-01-01T00:00:00+08:00')
const branch: BranchShape = { unitId: 'branch', since: longAgo, committeeSince: longAgo, groups: [] }
const withGroups = (...groups: [string, string?][]): BranchShape => ({
  ...branch,
  groups: groups.map(([unitId, since]) => ({ unitId, since: since ? new Date(since) : longAgo })),
})
const held = (kind: CadenceKind, months: number[], unitId = 'branch'): Tally => ({ unitId, kind, held: months, planned: [] })
const planned = (kind: CadenceKind, months: number[], unitId = 'branch'): Tally => ({ unitId, kind, held: [], planned: months })
const november = new Date('2026-11-23T09:00:00+08:00')

const line = (lines: Line[], kind: CadenceKind) => lines.find((each) => each.kind === kind)?.cells ?? []
const states = (kind: CadenceKind, tallies: Tally[], { of = branch, now = november, year = 2026 } = {}) =>
  line(cadenceOf(of, tallies, year, now), kind).map(({ state }) => state)
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

describe('how often', () => {
  it.each<[CadenceKind, number]>([
    ['assembly', 4],
    ['committee-meeting', 12],
    ['group-meeting', 12],
    ['lecture', 4],
    ['theme-day', 12],
    ['life-meeting', 1],
    ['appraisal-meeting', 1],
  ])('%s has %d periods a year', (kind, count) => {
    expect(states(kind, [], { of: withGroups(['first']) })).toHaveLength(count)
  })

  it('counts a meeting in the quarter of its month', () => {
    expect(states('assembly', [held('assembly', [3, 4, 9])])).toEqual(['done', 'done', 'done', 'owed'])
    expect(states('assembly', [held('assembly', [1, 6, 7])])).toEqual(['done', 'done', 'done', 'owed'])
  })

  it('is satisfied by one, and counts more', () => {
    const [first] = line(cadenceOf(branch, [held('theme-day', [1, 1, 1])], 2026, november), 'theme-day')
    expect(first).toEqual({ owed: 1, missing: [], held: 3, planned: 0, state: 'done' })
  })

  it('takes a meeting of one kind for no other', () => {
    expect(states('lecture', [held('assembly', [1, 4, 7, 10])])).toEqual(['overdue', 'overdue', 'overdue', 'owed'])
  })
})

describe('in time', () => {
  it('is overdue once a period is over, owed while it lasts, and coming before it begins', () => {
    expect(states('theme-day', [])).toEqual([...times(10, 'overdue'), 'owed', 'coming'])
    expect(states('life-meeting', [])).toEqual(['owed'])
    expect(states('theme-day', [], { year: 2025 })).toEqual(times(12, 'overdue'))
    expect(states('theme-day', [], { year: 2027 })).toEqual(times(12, 'coming'))
  })

  it.each([
    ['2026-10-31T23:59:59+08:00', 'owed', 'coming'],
    ['2026-11-01T00:00:00+08:00', 'overdue', 'owed'],
  ])('turns at midnight in China: %s', (at, october, november) => {
    expect(states('theme-day', [], { now: new Date(at) }).slice(9, 11)).toEqual([october, november])
  })

  it('is coming while what is owed now is arranged, but what was arranged and not held is overdue', () => {
    expect(states('assembly', [planned('assembly', [12])])[3]).toBe('coming')
    expect(states('assembly', [planned('assembly', [8])])[2]).toBe('overdue')
  })

  it('is done by what was recorded for a period that has not begun', () => {
    expect(states('theme-day', [held('theme-day', [12])])[11]).toBe('done')
  })

  it('knows the year in China', () => {
    expect(yearOf(new Date('2026-12-31T15:59:59Z'))).toBe(2026)
    expect(yearOf(new Date('2026-12-31T16:00:00Z'))).toBe(2027)
  })
})

describe('who owes', () => {
  it('a branch without groups owes no group-meeting, one without a committee no committee-meeting', () => {
    const bare = { ...branch, committeeSince: null }
    expect(states('group-meeting', [], { of: bare })).toEqual(times(12, 'none'))
    expect(states('committee-meeting', [], { of: bare })).toEqual(times(12, 'none'))
  })

  it('each group owes its own meeting, and one that met does not stand for another', () => {
    const of = withGroups(['first'], ['second'])
    const tallies = [held('group-meeting', [1, 2], 'first'), held('group-meeting', [1], 'second')]
    const cells = line(cadenceOf(of, tallies, 2026, november), 'group-meeting')
    expect(cells[0]).toEqual({ owed: 2, missing: [], held: 2, planned: 0, state: 'done' })
    expect(cells[1]).toEqual({ owed: 2, missing: ['second'], held: 1, planned: 0, state: 'overdue' })
  })

  it('all groups must have arranged theirs before what is owed now is coming', () => {
    const of = withGroups(['first'], ['second'])
    const state = (...tallies: Tally[]) => states('group-meeting', tallies, { of })[10]
    expect(state(held('group-meeting', [11], 'first'))).toBe('owed')
    expect(state(planned('group-meeting', [11], 'first'))).toBe('owed')
    expect(state(held('group-meeting', [11], 'first'), planned('group-meeting', [11], 'second'))).toBe('coming')
  })

  it('what a group holds counts for the group alone', () => {
    expect(states('lecture', [held('lecture', [1], 'first')], { of: withGroups(['first']) })[0]).toBe('overdue')
  })

  it('a branch founded in the middle of a period owes from the next whole one on', () => {
    const of = { ...branch, since: new Date('2026-05-02T00:00:00+08:00') }
    expect(states('theme-day', [], { of })).toEqual([...times(5, 'none'), ...times(5, 'overdue'), 'owed', 'coming'])
    expect(states('assembly', [], { of })).toEqual(['none', 'none', 'overdue', 'owed'])
    expect(states('life-meeting', [], { of })).toEqual(['none'])
  })

  it('one founded with the period’s first moment owes from then on', () => {
    const of = { ...branch, since: new Date('2026-05-01T00:00:00+08:00') }
    expect(states('theme-day', [], { of }).slice(3, 6)).toEqual(['none', 'overdue', 'overdue'])
  })

  it('a group made in the middle of a month owes from the next, the others as before', () => {
    const of = withGroups(['first'], ['new', '2026-10-10T00:00:00+08:00'])
    const cells = line(cadenceOf(of, [], 2026, november), 'group-meeting')
    expect(cells.slice(8, 11).map(({ missing }) => missing)).toEqual([['first'], ['first'], ['first', 'new']])
  })

  it('a committee owes from its first whole month on', () => {
    const of = { ...branch, committeeSince: new Date('2026-09-15T00:00:00+08:00') }
    expect(states('committee-meeting', [], { of }).slice(7)).toEqual(['none', 'none', 'overdue', 'owed', 'coming'])
  })

  it('what was held although nothing was owed is shown', () => {
    const of = { ...branch, since: new Date('2026-05-02T00:00:00+08:00') }
    expect(line(cadenceOf(of, [held('theme-day', [5])], 2026, november), 'theme-day')[4]).toMatchObject({ owed: 0, held: 1, state: 'done' })
  })
})

describe('a branch in one line', () => {
  const summary = (tallies: Tally[], of = branch, year = 2026) => summaryOf(cadenceOf(of, tallies, year, november), year, november)

  it('counts what the periods begun so far owed, and leaves out the kinds it owes nothing of', () => {
    const { tallies } = summary([held('theme-day', [1, 2, 3]), held('assembly', [1, 4, 7, 10])])
    expect(tallies).toContainEqual({ kind: 'theme-day', owed: 11, done: 3, overdue: 7 })
    expect(tallies).toContainEqual({ kind: 'assembly', owed: 4, done: 4, overdue: 0 })
    expect(tallies.map(({ kind }) => kind)).not.toContain('group-meeting')
  })

  it('adds up what is overdue and what is owed now, each group by itself', () => {
    const both = withGroups(['first'], ['second'])
    const everythingElse = (['assembly', 'committee-meeting', 'lecture', 'theme-day', 'life-meeting', 'appraisal-meeting'] as const).map(
      (kind) => held(kind, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    )
    const first = held('group-meeting', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 'first')
    expect(summary([...everythingElse, first], both)).toMatchObject({ overdue: 10, owed: 1 })
  })

  it('does not ask again for what is arranged', () => {
    expect(summary([planned('theme-day', [11])]).owed).toBe(summary([]).owed - 1)
  })

  it('has nothing to say of a year to come', () => {
    expect(summary([], branch, 2027)).toEqual({ owed: 0, overdue: 0, tallies: [] })
  })

  it('stands before those that need less', () => {
    const needs = [
      { overdue: 0, owed: 3 },
      { overdue: 2, owed: 0 },
      { overdue: 2, owed: 1 },
      { overdue: 0, owed: 0 },
    ]
    expect(needs.sort(byNeed)).toEqual([
      { overdue: 2, owed: 1 },
      { overdue: 2, owed: 0 },
      { overdue: 0, owed: 3 },
      { overdue: 0, owed: 0 },
    ])
  })
})
