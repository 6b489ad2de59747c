import type { CadenceKind, CadenceState, Rhythm } from './cadence-contract'
import { cadenceKinds } from './cadence-contract'

/** Who owes, since when. */
export interface Obligor {
  unitId: string
  since: Date
}

/** What a branch is made of, as far as its meetings are concerned. */
export interface BranchShape extends Obligor {
  /** Since when it has a committee; null without one. */
  committeeSince: Date | null
  groups: readonly Obligor[]
}

/** A unit's meetings of one kind in the year: the month of each (1–12, China's time). */
export interface Tally {
  unitId: string
  kind: CadenceKind
  held: readonly number[]
  planned: readonly number[]
}

export interface Cell {
  owed: number
  missing: string[]
  held: number
  planned: number
  state: CadenceState
}

export interface Line {
  kind: CadenceKind
  rhythm: Rhythm
  cells: Cell[]
}

/**
 * How often (中国共产党支部工作条例（试行），2018): the assembly once a quarter (第十一条), the committee once a month (第十二条),
 * each group once a month (第十三条), a theme day each month (第十六条), a life meeting and an appraisal each year (第五章).
 * 第十六条 asks for lectures regularly; once a quarter is how offices keep it. More often is always right.
 */
export const rhythmOf: Record<CadenceKind, Rhythm> = {
  assembly: 'quarter',
  'committee-meeting': 'month',
  'group-meeting': 'month',
  lecture: 'quarter',
  'theme-day': 'month',
  'life-meeting': 'year',
  'appraisal-meeting': 'year',
}

const monthsIn: Record<Rhythm, number> = { month: 1, quarter: 3, year: 12 }
const chinaOffset = 8 * 3_600_000

/** The first moment of a month (1–13) in China. */
export const monthStart = (year: number, month: number) => new Date(Date.UTC(year, month - 1) - chinaOffset)
/** The year in China. */
export const yearOf = (at: Date) => new Date(at.getTime() + chinaOffset).getUTCFullYear()

/** A branch's year, kind by kind. Only what `tallies` say of the branch itself counts for it, and of a group for that group. */
export function cadenceOf(branch: BranchShape, tallies: readonly Tally[], year: number, now: Date): Line[] {
  return cadenceKinds.map((kind) => {
    const rhythm = rhythmOf[kind]
    const obligors = obligorsOf(kind, branch)
    const own = tallies.filter((each) => each.kind === kind && obligors.some(({ unitId }) => unitId === each.unitId))
    const span = monthsIn[rhythm]
    const cells = Array.from({ length: 12 / span }, (_, index) => cellOf(obligors, own, { year, first: index * span + 1, span }, now))
    return { kind, rhythm, cells }
  })
}

/** A branch without groups owes no group-meeting, one without a committee no committee-meeting. */
function obligorsOf(kind: CadenceKind, { unitId, since, committeeSince, groups }: BranchShape): readonly Obligor[] {
  if (kind === 'group-meeting') return groups
  if (kind !== 'committee-meeting') return [{ unitId, since }]
  return committeeSince ? [{ unitId, since: committeeSince }] : []
}

interface Period {
  year: number
  /** 1–12 */
  first: number
  /** In months. */
  span: number
}

function cellOf(obligors: readonly Obligor[], tallies: readonly Tally[], { year, first, span }: Period, now: Date): Cell {
  const start = monthStart(year, first)
  const end = monthStart(year, first + span)
  const count = (months: readonly number[]) => months.filter((month) => month >= first && month < first + span).length
  const sum = (of: 'held' | 'planned') => tallies.reduce((total, tally) => total + count(tally[of]), 0)
  const without = (units: readonly string[], of: readonly ('held' | 'planned')[]) =>
    units.filter((unitId) => !tallies.some((tally) => tally.unitId === unitId && of.some((each) => count(tally[each]) > 0)))

  // Whoever was made in the middle of a period owes from the next whole one on.
  const owing = obligors.filter(({ since }) => since <= start).map(({ unitId }) => unitId)
  const missing = without(owing, ['held'])
  const state = (): CadenceState => {
    if (!missing.length) return owing.length || sum('held') ? 'done' : 'none'
    if (now < start) return 'coming'
    if (now >= end) return 'overdue'
    return without(owing, ['held', 'planned']).length ? 'owed' : 'coming'
  }
  return { owed: owing.length, missing, held: sum('held'), planned: sum('planned'), state: state() }
}

export interface KindTally {
  kind: CadenceKind
  owed: number
  done: number
  overdue: number
}

/** A branch in one line: over the periods that have begun, what was owed, held and missed; `owed` is what this period still lacks. */
export function summaryOf(lines: readonly Line[], year: number, now: Date) {
  const tallies: KindTally[] = []
  let owed = 0
  for (const { kind, rhythm, cells } of lines) {
    const begun = cells.filter((_, index) => monthStart(year, index * monthsIn[rhythm] + 1) <= now)
    const sum = (of: (cell: Cell) => number) => begun.reduce((total, cell) => total + of(cell), 0)
    const lacking = (state: CadenceState) => sum((cell) => (cell.state === state ? cell.missing.length : 0))
    const total = sum((cell) => cell.owed)
    owed += lacking('owed')
    if (total) tallies.push({ kind, owed: total, done: total - sum((cell) => cell.missing.length), overdue: lacking('overdue') })
  }
  return { owed, overdue: tallies.reduce((total, { overdue }) => total + overdue, 0), tallies }
}

/** Those that need most first: what is overdue, then what is owed now; else in the order they stand. */
export const byNeed = (a: { overdue: number; owed: number }, b: { overdue: number; owed: number }) =>
  b.overdue - a.overdue || b.owed - a.owed
