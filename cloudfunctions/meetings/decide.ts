import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { changeLine, findLine, settleLeave } from './attendance-queries'
import * as contract from './contract'
import * as makeUp from './make-up-contract'
import { decide, writeMakeUpFacts } from './make-up-queries'
import { announceAfterCommit, lockPermitted } from './permitted-meeting'

/** What one person asks of a meeting's organiser: leave, or to have their make-up accepted. */
export interface Asked {
  meetingId: string
  memberId: string
}

/** Why there is nothing to decide; nothing was changed then. */
export type Undecided = 'ALREADY_CLOSED' | 'ALREADY_CHECKED_IN' | 'NOTHING_TO_DECIDE'

/** Grants or refuses leave, for whoever may by the running action; answers what stood in the way. */
export async function decideLeave(
  context: WriteContext,
  asked: Asked,
  decision: 'granted' | 'refused',
  comment: string | null,
): Promise<Undecided | undefined> {
  const meeting = await lockPermitted(context, asked.meetingId)
  if (meeting.state === 'closed') return 'ALREADY_CLOSED'
  // Kept under the name by which the line's history looks for it, from wherever it was decided.
  return settleRequest({ ...context, action: contract.decideLeave }, asked, decision, comment)
}

/** Two officers at once decide once: the second finds nothing to decide. The meeting is locked. */
export async function settleRequest(
  context: WriteContext,
  { meetingId, memberId }: Asked,
  state: 'granted' | 'refused' | 'withdrawn',
  comment: string | null,
): Promise<Undecided | undefined> {
  const { db, actor, now } = context
  const line = await findLine(db, actor.orgId, meetingId, memberId)
  if (line?.state === 'present' || line?.state === 'late') return 'ALREADY_CHECKED_IN'
  const decision = { state, decided_at: now, decided_by: actor.memberId, decision: comment }
  const from = state === 'withdrawn' ? (['asked', 'granted'] as const) : (['asked'] as const)
  const settled = await settleLeave(db, actor.orgId, meetingId, memberId, [...from], decision)
  if (!settled) return 'NOTHING_TO_DECIDE'
  if (state === 'granted') await changeLine(db, actor.orgId, meetingId, memberId, { state: 'excused', how: 'manual', changed_at: now })
  if (state === 'withdrawn' && line?.state === 'excused') {
    await changeLine(db, actor.orgId, meetingId, memberId, { state: 'expected', how: null, changed_at: now })
  }
  await record(context, meetingId, { memberId, state })
  announceAfterCommit(context, meetingId)
  return undefined
}

/**
 * Accepts a make-up that was handed in, or returns it; the same way. Throws INVALID_INPUT where it is returned without a word why.
 */
export async function decideMakeUp(
  context: WriteContext,
  { meetingId, memberId }: Asked,
  decision: 'accepted' | 'returned',
  comment: string | null,
): Promise<Undecided | undefined> {
  const { db, actor, now } = context
  const meeting = await lockPermitted(context, meetingId)
  if (decision === 'returned' && !comment) throw new AppError('INVALID_INPUT', { comment: '请写明退回的原因' })
  const change = { state: decision, decision: comment, decided_by: actor.memberId, decided_at: now }
  if (!(await decide(db, actor.orgId, meetingId, memberId, change))) return 'NOTHING_TO_DECIDE'
  if (decision === 'accepted') await writeMakeUpFacts(context, meeting, 'make-up-met', [memberId])
  await record({ ...context, action: makeUp.decideMakeUp }, meetingId, { memberId, decision, comment })
  return undefined
}
