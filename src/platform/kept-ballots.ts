import type { Part } from '../../cloudfunctions/reviews/contract'
import { storedState } from './stored-state'

/** What a rater says of one subject: a mark for each criterion in their order. */
export interface BallotContent {
  marks: number[]
  /** Empty where there is none. */
  comment: string
}

/** What the phone keeps to itself of a token it asks for; all as base64url. */
export interface KeptSecret {
  serial: string
  blind: string
  blinded: string
  tweakedKey: string
}

/** One subject of one round, rated on this phone. It stays after it was sent: only its serial finds the ballot again. */
export interface KeptBallot {
  memberId: string
  orgId: string
  roundId: string
  subjectId: string
  subjectName: string
  part: Part
  publicKey: string
  closesAt: string
  content: BallotContent
  secret?: KeptSecret | undefined
  token?: string | undefined
  /** When it leaves, in ms since 1970 by this phone's clock. */
  sendAt?: number | undefined
  /** What left the phone last, whether or not an answer came, and how often that differed from what had left before. */
  left?: { content: BallotContent; revision: number } | undefined
  /** What the box has said OK to. */
  sent?: BallotContent | undefined
  /** Why it will not get there by itself, in words for the person. */
  trouble?: string | undefined
}

export type Standing = 'needs-token' | 'waiting' | 'sent' | 'trouble'

/** By `ballotKey`. Kept when the session ends, because a ballot once issued needs none. */
export const keptBallots = storedState<Record<string, KeptBallot>>('ballots', {})

export interface BallotDraft {
  /** Null for a criterion without a mark yet. */
  marks: readonly (number | null)[]
  comment: string
}

/** What was entered and not saved, by `ballotKey`; going back never loses it. */
export const ballotDrafts = storedState<Record<string, BallotDraft>>('drafts.ballots', {})

export const ballotKey = ({ memberId, roundId, subjectId }: Pick<KeptBallot, 'memberId' | 'roundId' | 'subjectId'>) =>
  `${memberId} ${roundId} ${subjectId}`

/** Changes one ballot; nothing where it is no longer kept. */
export function changeBallot(key: string, part: Partial<KeptBallot>) {
  const all = keptBallots.get()
  const before = all[key]
  if (before) keptBallots.set({ ...all, [key]: { ...before, ...part } })
}

/** Keeps what was rated. One that was sent before is replaced by it, with the same token. */
export function saveBallot(ballot: Omit<KeptBallot, 'secret' | 'token' | 'sendAt' | 'left' | 'sent' | 'trouble'>) {
  const all = keptBallots.get()
  const key = ballotKey(ballot)
  const before = all[key]
  // The key it was asked for under is the one its proof is judged by and the published one is compared with.
  const publicKey = before?.secret ? before.publicKey : ballot.publicKey
  keptBallots.set({ ...all, [key]: { ...before, ...ballot, publicKey, sendAt: undefined, trouble: undefined } })
}

/** Forgets everything one person rated on this phone. */
export function forgetBallots(memberId: string) {
  const ofOthers = <Kept>(all: Record<string, Kept>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(`${memberId} `)))
  keptBallots.set(ofOthers(keptBallots.get()))
  ballotDrafts.set(ofOthers(ballotDrafts.get()))
}

export function standingOf({ content, left, sent, token, trouble }: KeptBallot): Standing {
  if (trouble !== undefined) return 'trouble'
  // Something else may have left since, whose answer was lost: then the box has that.
  if (sent && sameContent(sent, content) && sameContent(left?.content ?? sent, content)) return 'sent'
  return token ? 'waiting' : 'needs-token'
}

export const sameContent = (a: BallotContent, b: BallotContent) => a.comment === b.comment && a.marks.join() === b.marks.join()

/**
 * How often the ballot changed after it had first left. What is changed before it leaves counts for nothing, so that the box learns no more
 * than it sees when the same serial comes again.
 */
export function revisionOf({ content, left }: KeptBallot): number {
  if (!left) return 0
  return sameContent(left.content, content) ? left.revision : left.revision + 1
}

export const isUnderWay = (ballot: KeptBallot) => ['needs-token', 'waiting'].includes(standingOf(ballot))
