import { defineRead, id, line, moment, z } from '../kernel/contract'

/** What is overdue by name: nothing that is anonymous, and no meeting, whose own list says who came. */
export const overdueKinds = ['make-up', 'study', 'report', 'pledge'] as const
export type OverdueKind = (typeof overdueKinds)[number]
/** What is counted. */
export const boardKinds = [...overdueKinds, 'review'] as const

/** Most people in one answer, and most duties of each. */
export const mostOverduePeople = 50
export const mostOverdueEach = 20

/**
 * How much is overdue in each unit the caller answers for or looks after, without a name. Reviews are only counted, and only for a whole
 * branch: of a group it would be known who is meant.
 */
export const overdueBoard = defineRead({
  name: 'duties.overdueBoard',
  input: {},
  output: {
    now: moment,
    units: z.array(
      z.object({
        unitId: id,
        unitName: z.string(),
        /** Whether the caller may see who it is. */
        named: z.boolean(),
        /** How many people owe something by name. */
        people: z.int(),
        counts: z.array(z.object({ kind: z.enum(boardKinds), count: z.int() })),
      }),
    ),
  },
})

/** Who has let what pass in a unit, whoever waits longest first. `after` names the last person of the answer before, where there is `more`. */
export const overdue = defineRead({
  name: 'duties.overdue',
  input: { unitId: id, after: z.optional(z.strictObject({ at: moment, key: line(64) })) },
  output: {
    now: moment,
    unitName: z.string(),
    people: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        /** Since when the first of them is overdue. */
        since: moment,
        count: z.int(),
        duties: z.array(
          z.object({
            kind: z.enum(overdueKinds),
            subjectId: id,
            /** Null where it is about a meeting of another unit. */
            title: z.nullable(z.string()),
            dueAt: moment,
          }),
        ),
      }),
    ),
    more: z.boolean(),
  },
})
