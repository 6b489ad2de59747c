import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import type { SubmissionKind } from './contract'
import type { Decided, Effect } from './effect'
import { effects } from './effects'
import { lockOwner } from './owner'
import { hasOtherOfficer } from './owner-queries'
import { findSubmission, type SubmissionRow, settleSubmission } from './submission-queries'

/**
 * Decides what was put before a branch; false where it was decided or taken back before: a double tap and two officers at once decide once.
 * Throws OWN_SUBMISSION for the caller's own where another officer could decide it.
 */
export async function decideSubmission(
  context: WriteContext,
  submissionId: string,
  decision: 'approved' | 'returned',
  comment: string | null,
): Promise<boolean> {
  const found = await requireSubmission(context, submissionId)
  await permit(context, { unitId: found.unitId })
  await refuseOwn(context, found)
  const decided = await lockDecided(context, found)
  if (!(await settle(context, submissionId, 'waiting', decision, comment))) return false
  const effect = effectOf(found.kind)
  await (decision === 'approved' ? effect.approve(context, decided) : effect.giveBack(context, decided))
  await record(context, found.subjectId, { memberId: found.memberId, kind: found.kind, decision, comment })
  return true
}

/** The caller takes their own back, as long as it waits. Throws NOTHING_TO_DECIDE afterwards. */
export async function takeBackSubmission(context: WriteContext, submissionId: string): Promise<void> {
  const found = await requireSubmission(context, submissionId)
  // A word from the public is about its owner, not theirs to take away.
  const owner = found.memberId === context.actor.memberId && found.kind !== 'word'
  await permit(context, { unitId: found.unitId, owner })
  const decided = await lockDecided(context, found)
  if (!(await settle(context, submissionId, 'waiting', 'taken-back', null))) throw new AppError('NOTHING_TO_DECIDE')
  await effectOf(found.kind).giveBack(context, decided)
  await record(context, found.subjectId, { kind: found.kind })
}

/** Undoes an approval. Throws NOTHING_TO_REVOKE where there is none, or it stands for good, and OWN_SUBMISSION as a decision does. */
export async function revokeSubmission(context: WriteContext, submissionId: string, reason: string): Promise<void> {
  const found = await requireSubmission(context, submissionId)
  await permit(context, { unitId: found.unitId })
  await refuseOwn(context, found)
  const { revoke } = effectOf(found.kind)
  const decided = await lockDecided(context, found)
  if (!revoke || !(await settle(context, submissionId, 'approved', 'revoked', reason))) throw new AppError('NOTHING_TO_REVOKE')
  await revoke(context, decided, reason)
  await record(context, found.subjectId, { memberId: found.memberId, kind: found.kind, reason })
}

/** Nobody decides on their own, or takes a word about themselves off the wall, while somebody else could. */
async function refuseOwn({ db, actor }: WriteContext, { memberId, unitId }: SubmissionRow): Promise<void> {
  if (memberId === actor.memberId && (await hasOtherOfficer(db, actor.orgId, unitId, memberId))) throw new AppError('OWN_SUBMISSION')
}

async function requireSubmission({ db, actor }: WriteContext, submissionId: string): Promise<SubmissionRow> {
  const found = await findSubmission(db, actor.orgId, submissionId)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

async function lockDecided<Kind extends SubmissionKind>(
  context: WriteContext,
  { submissionId, subjectId, unitId, memberId, submittedAt, content }: SubmissionRow,
): Promise<Decided<Kind>> {
  const owner = await lockOwner(context, memberId)
  // The kind of the row and of its content are written together.
  return { submissionId, subjectId, unitId, submittedAt, owner, content: content as Decided<Kind>['content'] }
}

const settle = (
  { db, actor, now }: WriteContext,
  submissionId: string,
  from: 'waiting' | 'approved',
  state: 'approved' | 'returned' | 'taken-back' | 'revoked',
  comment: string | null,
) => settleSubmission(db, actor.orgId, submissionId, from, { state, decided_at: now, decided_by: actor.memberId, comment })

const effectOf = (kind: SubmissionKind) => effects[kind] as Effect<SubmissionKind>
