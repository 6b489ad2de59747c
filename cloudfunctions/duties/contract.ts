import { defineRead, id, moment, z } from '../kernel/contract'

/** What can be owed by a date. A duty is nobody's row: it follows from what its feature knows, and is gone when that is done. */
export const dutyKinds = ['meeting', 'make-up', 'study', 'report', 'review', 'pledge'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** Most duties in one answer. */
export const mostDuties = 100

/** Everything the caller owes, the first due first. Of meetings those that are still to come or under way. */
export const mine = defineRead({
  name: 'duties.mine',
  input: {},
  output: {
    now: moment,
    duties: z.array(
      z.object({
        kind: z.enum(dutyKinds),
        /** The meeting (of a make-up, too), the study task, the owed report, the round, the pledge. */
        subjectId: id,
        title: z.string(),
        dueAt: moment,
      }),
    ),
    more: z.boolean(),
  },
})
