import { id, paragraphs, z } from '../kernel/contract'
import { parts } from './contract'

/**
 * One ballot as it goes to the box: no name, no session, no request id, nothing that says whose it is or when it was made.
 * `serial` (32 bytes) and `token` (64) as base64url; marks from 0 to 100 in steps of 5, in the order of the criteria.
 * The same serial again replaces its ballot until the round is closed, if its revision is larger: what was delayed on its way changes nothing.
 */
export const cast = {
  name: 'ballot-box.cast',
  effect: 'write' as const,
  input: z.strictObject({
    orgId: id,
    roundId: id,
    subjectId: id,
    part: z.enum(parts),
    serial: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    token: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
    marks: z.array(z.int().check(z.minimum(0), z.maximum(100))).check(z.minLength(1), z.maxLength(10)),
    /** 0 for what left the phone first, one more for each change after that; not a time, and nothing the box does not see by itself. */
    revision: z.int().check(z.minimum(0), z.maximum(9_999)),
    comment: z.optional(paragraphs(300)),
  }),
  output: z.object({}),
  refusals: ['ROUND_NOT_OPEN', 'TOKEN_INVALID', 'MARKS_UNFIT'] as const,
}
