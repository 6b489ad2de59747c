import { defineRead, defineWrite, id, line, moment, z } from '../kernel/contract'
import { evidenceShown, submissionContent } from '../showcase/contract'

/** Most decisions in one go. */
export const mostDecisions = 50
/** Most items in one answer. */
export const mostWaiting = 100

/** What is decided: something of 三亮, leave from a meeting, or a make-up that was handed in. */
const named = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('submission'), submissionId: id }),
  z.strictObject({ kind: z.literal('leave'), meetingId: id, memberId: id }),
  z.strictObject({ kind: z.literal('make-up'), meetingId: id, memberId: id }),
])

const waits = {
  /** Names the item in its list. */
  key: z.string(),
  /** Since when it waits. */
  at: moment,
  /** Whose it is; of a word from the public, whom it is about. */
  memberId: id,
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  mine: z.boolean(),
  /** False for the caller's own where another officer decides it. */
  decidable: z.boolean(),
}
const asked = { meetingId: id, title: z.string(), startsAt: moment }

/**
 * Everything that waits for the caller's decision, from every unit they answer for, the oldest first. `after` names the last item of
 * the answer before, where there is `more`.
 */
export const waiting = defineRead({
  name: 'approvals.waiting',
  input: { after: z.optional(z.strictObject({ at: moment, key: line(120) })) },
  output: {
    now: moment,
    items: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('submission'), submissionId: id, ...waits, content: submissionContent, evidence: evidenceShown }),
        z.object({ kind: z.literal('leave'), ...waits, ...asked, reason: z.string() }),
        z.object({ kind: z.literal('make-up'), ...waits, ...asked, instructions: z.string(), note: z.string() }),
      ]),
    ),
    more: z.boolean(),
  },
})

/**
 * Approves (grants, accepts), or returns (refuses) with a reason, all of these or none where one is not the caller's to decide.
 * What was decided meanwhile, or has come to nothing because the person came or the meeting is over, is left as it is and counted as
 * `already`: so a double tap and two officers at once decide once.
 */
export const decide = defineWrite({
  name: 'approvals.decide',
  input: {
    items: z.array(named).check(z.minLength(1, '请选择至少一项'), z.maxLength(mostDecisions, `一次最多 ${mostDecisions} 项`)),
    decision: z.enum(['approved', 'returned']),
    reason: z.optional(line(200)),
  },
  output: { decided: z.int(), already: z.int() },
  refusals: ['OWN_SUBMISSION', 'PROJECTS_FULL'],
})
