import { defineWrite, id, line, z } from '../kernel/contract'

/** Most decisions in one go. */
export const mostDecisions = 50

const item = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('submission'), submissionId: id })])

/**
 * Approves, or returns with a reason, all of these or none. What was decided meanwhile by somebody else is left as it is and counted
 * as `already`, so that a double tap and two officers at once decide once.
 */
export const decide = defineWrite({
  name: 'approvals.decide',
  input: {
    items: z.array(item).check(z.minLength(1), z.maxLength(mostDecisions, `一次最多 ${mostDecisions} 项`)),
    decision: z.enum(['approved', 'returned']),
    reason: z.optional(line(200)),
  },
  output: { decided: z.int(), already: z.int() },
  refusals: ['OWN_SUBMISSION'],
})
