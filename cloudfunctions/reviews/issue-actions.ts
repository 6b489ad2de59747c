import { randomBytes } from 'node:crypto'
import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { issueToken } from './ballot-token'
import { toBytes, toText } from './bytes'
import * as contract from './contract'
import { addIssue, addVoid, countProgress, findIssue, findRater, findSubject, listSubjectsOf, removeIssue } from './issue-queries'
import { listIssuedRaters, listNamedSubjects } from './issued-queries'
import { lockPermitted, readPermitted } from './permitted-round'
import { findRound, lockRound, secretKeyOf } from './queries'
import { partFor } from './who-rates'

/** What a rater does before the ballot: sees whom to rate, and asks for the tokens. Who asked is known; what becomes of it is not. */
export const issueActions: Implementation[] = [
  read(contract.round, async ({ roundId }, context) => {
    const { db, actor, now } = context
    const round = await readPermitted(context, roundId)
    return {
      ...round,
      ...{ now: toMoment(now), orgId: actor.orgId, closesAt: toMoment(round.closesAt), closedAt: toMomentOrNull(round.closedAt) },
      mayManage: await may(context, contract.openRound.name, { unitId: round.unitId }),
      subjects: await listSubjectsOf(db, actor.orgId, round, actor.memberId),
      progress: await countProgress(db, actor.orgId, round),
    }
  }),

  write(contract.issue, async ({ roundId, subjectId, blinded }, context) => {
    const { db, actor } = context
    const round = await lockRound(db, actor.orgId, roundId, 'share')
    if (!round) throw new AppError('NOT_FOUND')
    const rater = await findRater(db, actor.orgId, roundId, actor.memberId)
    await permit(context, { unitId: round.unitId, participant: rater !== undefined })
    const subject = await findSubject(db, actor.orgId, roundId, subjectId)
    const part = rater && subject && partFor(round.template, rater, subject)
    if (!part) throw new AppError('NOT_A_RATER')
    if (round.state !== 'open' || round.closesAt <= context.now) throw new AppError('ROUND_NOT_OPEN')
    const key = { org_id: actor.orgId, round_id: roundId, member_id: actor.memberId, subject_id: subjectId }
    const answer = await answerTo(context.db, actor.orgId, { roundId, subjectId, part }, blinded)
    if (await addIssue(db, { ...key, part, blinded, ...answer })) return answer
    const before = await findIssue(db, key)
    if (before?.blinded !== blinded) throw new AppError('ALREADY_ISSUED')
    return { evaluated: before.evaluated, proof: before.proof }
  }),

  read(contract.issued, async ({ roundId }, context) => {
    const { db, actor } = context
    const round = await findRound(db, actor.orgId, roundId)
    if (!round) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: round.unitId })
    if (round.state !== 'open') throw new AppError('ROUND_NOT_OPEN')
    return { subjects: await listNamedSubjects(db, actor.orgId, roundId), issued: await listIssuedRaters(db, actor.orgId, roundId) }
  }),

  write(contract.voidIssue, async ({ roundId, subjectId, memberId, reason }, context) => {
    const { db, actor, now, newId } = context
    const round = await lockPermitted(context, roundId)
    if (round.state !== 'open') throw new AppError('ROUND_NOT_OPEN')
    const key = { org_id: actor.orgId, round_id: roundId, member_id: memberId, subject_id: subjectId }
    const issued = await removeIssue(db, key)
    if (!issued) throw new AppError('NOTHING_TO_VOID')
    await addVoid(db, { ...key, void_id: newId(), part: issued.part, reason, voided_by: actor.memberId, voided_at: now })
    await record(context, roundId, { memberId, reason })
    return {}
  }),
]

/** Throws TOKEN_UNREADABLE for what is no blinded serial. */
async function answerTo(
  db: Parameters<typeof secretKeyOf>[0],
  orgId: string,
  purpose: Parameters<typeof issueToken>[0],
  blinded: string,
): Promise<{ evaluated: string; proof: string }> {
  const secretKey = await secretKeyOf(db, orgId, purpose.roundId)
  if (!secretKey) throw new AppError('ROUND_NOT_OPEN')
  try {
    const { evaluated, proof } = issueToken(purpose, toBytes(secretKey), toBytes(blinded), (count) => new Uint8Array(randomBytes(count)))
    return { evaluated: toText(evaluated), proof: toText(proof) }
  } catch {
    throw new AppError('TOKEN_UNREADABLE')
  }
}
