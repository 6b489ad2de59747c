import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { pairingKinds } from './contract'

/**
 * 双示范 (党员示范岗, 党员示范区) and 双挂 (挂点, 挂户): what a member answers for beside their post. Said by themselves and shown at once:
 * the branch agreed on it elsewhere, and it earns nothing by itself, so nothing is decided here and no fact is written.
 */

/** Most pairings of one person that have not ended. */
export const mostPairings = 12

/** Begins one. `projectId` is a running project of the caller it serves. */
export const addPairing = defineWrite({
  name: 'showcase.addPairing',
  input: { kind: z.enum(pairingKinds), name: line(60), note: paragraphs(200), projectId: z.optional(id) },
  output: { pairingId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'PAIRINGS_FULL', 'PROJECT_NOT_RUNNING'],
})

/** Ends one; it stays to be read. Repeating it changes nothing. */
export const endPairing = defineWrite({
  name: 'showcase.endPairing',
  input: { pairingId: id },
  output: {},
})

/** Somebody's pairings (the caller's own by default): those that go on, then the latest that ended. Everybody in the organisation sees them. */
export const pairings = defineRead({
  name: 'showcase.pairings',
  input: { memberId: z.optional(id) },
  output: {
    memberId: id,
    memberName: z.string(),
    mine: z.boolean(),
    /** Whether the caller may begin one: their own page, and they are a member of the Party. */
    mayAdd: z.boolean(),
    pairings: z.array(
      z.object({
        pairingId: id,
        kind: z.enum(pairingKinds),
        name: z.string(),
        note: z.string(),
        since: moment,
        endedAt: z.nullable(moment),
        project: z.nullable(z.object({ projectId: id, name: z.string() })),
      }),
    ),
  },
})
