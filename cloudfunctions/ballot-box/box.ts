import { AppError } from '../kernel/app-error'
import type { Clock } from '../kernel/clock'
import type { Shown } from '../kernel/contract'
import type { Database } from '../kernel/database'
import { newId } from '../kernel/ids'
import { type ApiAnswer, refuse } from '../kernel/refuse'
import { findBox, putBallot } from '../reviews'
import { cast } from '../reviews/ballot-contract'
import type { Purpose } from '../reviews/ballot-token'
import { isMark } from '../reviews/tally'

type Ballot = Shown<typeof cast.input>

export interface BallotBoxOptions {
  database: Database
  clock: Clock
  /** Whether the token was issued for the purpose by this key; all as base64url. May run elsewhere. */
  check: (purpose: Purpose, secretKey: string, serial: string, token: string) => Promise<boolean>
  /** Takes one line for each unexpected error: what went wrong, nothing of the ballot or where it came from. */
  log: (line: string) => void
}

/** Boxes whose key is remembered; a round's key never changes. */
const mostRemembered = 200

/**
 * Takes ballots and knows nobody: there is no session, no address and no time in what it is given, so there is none to be kept.
 * Never rejects.
 */
export function createBallotBox({ database, clock, check, log }: BallotBoxOptions) {
  const boxes = new Map<string, { secretKey: string; criteria: number; comments: boolean }>()

  async function boxOf({ orgId, roundId }: Ballot) {
    const key = `${orgId}/${roundId}`
    const known = boxes.get(key)
    if (known) return known
    const found = await findBox(database.db, orgId, roundId)
    if (!found) throw new AppError('ROUND_NOT_OPEN')
    if (boxes.size >= mostRemembered) boxes.clear()
    boxes.set(key, found)
    return found
  }

  async function take(ballot: Ballot): Promise<void> {
    const { secretKey, criteria, comments } = await boxOf(ballot)
    const { orgId, roundId, subjectId, part, serial, token, marks, revision, comment } = ballot
    if (marks.length !== criteria || !marks.every(isMark)) throw new AppError('MARKS_UNFIT')
    if (!(await check({ roundId, subjectId, part }, secretKey, serial, token))) throw new AppError('TOKEN_INVALID')
    const row = { org_id: orgId, round_id: roundId, subject_id: subjectId, part, serial, marks, revision }
    const isIn = await database.transact((db) => putBallot(db, { ...row, comment: (comments && comment) || null }, clock()))
    if (!isIn) throw new AppError('ROUND_NOT_OPEN')
  }

  return {
    async handle(input: unknown): Promise<ApiAnswer> {
      try {
        const parsed = cast.input.safeParse(input)
        if (!parsed.success) throw new AppError('INVALID_INPUT')
        await take(parsed.data)
        return { status: 200, body: { ok: true, data: {} } }
      } catch (error) {
        if (error instanceof AppError) return refuse(error.code)
        const errorId = newId()
        log(`${errorId} ballot-box ${error instanceof Error ? error.name : typeof error} ${(error as { code?: string }).code ?? ''}`)
        return refuse('INTERNAL', undefined, errorId)
      }
    },
  }
}

export type BallotBox = ReturnType<typeof createBallotBox>
