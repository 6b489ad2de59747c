import { defineRead, id, moment, z } from '../kernel/contract'
import { type meetingKinds, meetingStates } from './contract'

/** What a branch owes again and again: 三会一课 (支部党员大会, 支委会, 党小组会, 党课), theme days, and the two meetings of the year. */
export const cadenceKinds = [
  'assembly',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
  'life-meeting',
  'appraisal-meeting',
] as const satisfies (typeof meetingKinds)[number][]
export const rhythms = ['month', 'quarter', 'year'] as const
/** `coming`: arranged for this period, or the period has not begun. `none`: nothing is owed in it. */
export const cadenceStates = ['done', 'owed', 'overdue', 'coming', 'none'] as const

export type CadenceKind = (typeof cadenceKinds)[number]
export type Rhythm = (typeof rhythms)[number]
export type CadenceState = (typeof cadenceStates)[number]

const kind = z.enum(cadenceKinds)
const rhythm = z.enum(rhythms)
const year = z.optional(z.int().check(z.minimum(2000, '年份不正确'), z.maximum(2099, '年份不正确')))

const cell = z.object({
  /** How many meetings are owed: one, or one of each group. */
  owed: z.int(),
  /** The units that have not held theirs. */
  missing: z.array(id),
  held: z.int(),
  /** Arranged and still to come, or under way. */
  planned: z.int(),
  state: z.enum(cadenceStates),
})

/**
 * A branch's year in China's time, this one unless said otherwise: for each kind as many cells as the year has of its rhythm.
 * `meetings` are those that count, and those still to come, earliest first.
 */
export const cadence = defineRead({
  name: 'meetings.cadence',
  input: { unitId: id, year },
  output: {
    unitId: id,
    unitName: z.string(),
    year: z.int(),
    now: moment,
    mayArrange: z.boolean(),
    groups: z.array(z.object({ unitId: id, name: z.string() })),
    lines: z.array(z.object({ kind, rhythm, cells: z.array(cell) })),
    meetings: z.array(
      z.object({ meetingId: id, unitId: id, kind, title: z.string(), startsAt: moment, state: z.enum(meetingStates), arrived: z.int() }),
    ),
  },
  refusals: ['NOT_A_BRANCH'],
})

/** Counts over the periods that have begun: what they owed, what of it was held, what a past one still lacks. */
const tally = z.object({ kind, owed: z.int(), done: z.int(), overdue: z.int() })

/** Every branch whose cadence the caller may read, those that need most first; `overdue` and `owed` (now) over all kinds. */
export const cadenceBoard = defineRead({
  name: 'meetings.cadenceBoard',
  input: { year },
  output: {
    year: z.int(),
    now: moment,
    branches: z.array(z.object({ unitId: id, unitName: z.string(), overdue: z.int(), owed: z.int(), tallies: z.array(tally) })),
  },
})
