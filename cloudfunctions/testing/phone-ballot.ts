import { randomBytes } from 'node:crypto'
import { type Asked, askToken, openToken, type Purpose } from '../reviews/ballot-token'
import { toBytes, toText } from '../reviews/bytes'
import { issue, round } from '../reviews/contract'
import type { Person } from './organisation'
import type { World } from './world'

const random = (count: number) => new Uint8Array(randomBytes(count))

/** What a phone keeps of one subject: what it asked for, and the token once it has it. */
export interface PhoneBallot {
  orgId: string
  purpose: Purpose
  asked: Asked
  token: string
}

/** Asks for a token and opens it, as the app does. */
export async function obtainToken(world: World, rater: Person, roundId: string, subjectId: string): Promise<PhoneBallot> {
  const { publicKey, orgId, subjects } = await world.succeed(rater, round, { roundId })
  const part = subjects.find((each) => each.subjectId === subjectId)?.part
  if (!publicKey || !part) throw new Error('nothing to rate here')
  const purpose = { roundId, subjectId, part }
  const asked = askToken(purpose, toBytes(publicKey), random)
  const { evaluated, proof } = await world.succeed(rater, issue, { roundId, subjectId, blinded: toText(asked.blinded) })
  const token = toText(openToken(purpose, asked, { evaluated: toBytes(evaluated), proof: toBytes(proof) }))
  return { orgId, purpose, asked, token }
}

/** The ballot as it goes to the box; as the first that leaves the phone, unless a revision is given. */
export const ballotOf = ({ orgId, purpose, asked, token }: PhoneBallot, marks: number[], comment?: string, revision = 0) => ({
  ...{ orgId, ...purpose, serial: toText(asked.serial), token, marks, revision },
  ...(comment !== undefined && { comment }),
})
