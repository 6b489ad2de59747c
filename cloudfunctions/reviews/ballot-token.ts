import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import type { Part } from './contract'

/**
 * The token that lets one ballot in, and says nothing of whose it is: POPRF over ristretto255 with SHA-512 (RFC 9497, mode 0x02).
 * The phone makes a secret serial, shows it blinded, and opens what comes back: the server has signed the serial for this one round
 * and subject without having seen it. Whoever later shows serial and token was issued one, and nobody can say who.
 *
 * Runs on the phone and on the server; chance is an argument, because WeChat's comes from elsewhere than the server's.
 */

/** Answers so many random bytes. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>

/** Length of a serial in bytes: nobody can guess another's, or make the same by chance. */
export const serialBytes = 32

export interface RoundKey {
  secretKey: Uint8Array
  publicKey: Uint8Array
}

/** What a token is good for: one subject in one round, rated as one part. Ids have 36 characters, so no two purposes read the same. */
export interface Purpose {
  roundId: string
  subjectId: string
  part: Part
}

/** What the phone keeps to itself until the token is there. */
export interface Asked {
  serial: Uint8Array
  blind: Uint8Array
  blinded: Uint8Array
  tweakedKey: Uint8Array
}

export interface Issued {
  evaluated: Uint8Array
  proof: Uint8Array
}

/** A new key for a round, from 32 random bytes. */
export const newRoundKey = (random: RandomBytes): RoundKey =>
  ristretto255_oprf.poprf(ascii('')).deriveKeyPair(random(32), ascii('sanliang round'))

/** On the phone: a new serial, and what to show of it. Throws where the published key is no key. */
export function askToken(purpose: Purpose, publicKey: Uint8Array, random: RandomBytes): Asked {
  const serial = random(serialBytes)
  return { serial, ...poprf(purpose).blind(serial, publicKey, asRng(random)) }
}

/** On the server: signs what it cannot read. Throws for what is no point of the group. */
export const issueToken = (purpose: Purpose, secretKey: Uint8Array, blinded: Uint8Array, random: RandomBytes): Issued =>
  poprf(purpose).blindEvaluate(secretKey, blinded, asRng(random))

/**
 * On the phone: the token. Throws where the proof does not fit the round's published key: a server that used a key of its own for one
 * person could tell that person's ballot from the others.
 */
export const openToken = (purpose: Purpose, { serial, blind, blinded, tweakedKey }: Asked, { evaluated, proof }: Issued): Uint8Array =>
  poprf(purpose).finalize(serial, blind, evaluated, blinded, proof, tweakedKey)

/** At the ballot box: whether this token was issued for the purpose. Takes about as long whatever is wrong. */
export function isToken(purpose: Purpose, secretKey: Uint8Array, serial: Uint8Array, token: Uint8Array): boolean {
  const expected = poprf(purpose).evaluate(secretKey, serial)
  let difference = expected.length ^ token.length
  for (let index = 0; index < expected.length; index++) difference |= (expected[index] ?? 0) ^ (token[index] ?? 0)
  return difference === 0
}

const poprf = ({ roundId, subjectId, part }: Purpose) => ristretto255_oprf.poprf(ascii(`sanliang ballot ${roundId} ${subjectId} ${part}`))

// Not TextEncoder, which the oldest phones do not have.
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const asRng = (random: RandomBytes) => (count?: number) => random(count ?? 32)
