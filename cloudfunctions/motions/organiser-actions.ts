import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { reverseFacts } from '../kernel/facts'
import { permit } from '../kernel/permit'
import { countVoters, isRecordConfirmed, lockMeeting, type Meeting } from '../meetings'
import * as contract from './contract'
import { writePassedFact, writeVotedFacts } from './fact-queries'
import { faultOfHands, resultOf } from './majority'
import { lockPermitted, refusalOf } from './permitted-motion'
import { addMotion, changeMotion, isAnyVoting, keepCorrected, type MotionRow, settleVotes } from './queries'

/** What whoever leads the meeting does with a motion: put it, open it, close it, correct the count of hands, take it back. */
export const organiserActions: Implementation[] = [
  write(contract.put, async ({ meetingId, text, kind }, context) => {
    const { db, actor, now, newId } = context
    const meeting = await lockMeeting(db, actor.orgId, meetingId)
    if (!meeting) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: meeting.unitId })
    refuseOnceOver(meeting)
    if (kind === 'secret') throw new AppError('SECRET_NOT_OFFERED')
    const motionId = newId()
    await addMotion(db, {
      org_id: actor.orgId,
      motion_id: motionId,
      meeting_id: meetingId,
      text,
      kind,
      put_by: actor.memberId,
      put_at: now,
    })
    await record(context, motionId, { meetingId, text, kind })
    return { motionId }
  }),

  write(contract.withdraw, async ({ motionId }, context) => {
    const { motion } = await lockPermitted(context, motionId)
    if (motion.state === 'withdrawn') throw new AppError('MOTION_WITHDRAWN')
    if (motion.state !== 'put') throw new AppError('VOTING_BEGUN')
    await changeMotion(context.db, context.actor.orgId, motionId, { state: 'withdrawn' })
    await record(context, motionId)
    return {}
  }),

  write(contract.openVoting, async ({ motionId }, context) => {
    const { db, actor, now } = context
    const { motion, meeting } = await lockPermitted(context, motionId)
    if (motion.state === 'voting') return {}
    if (motion.state !== 'put') throw new AppError(refusalOf[motion.state])
    refuseOnceOver(meeting)
    if (meeting.state === 'scheduled') throw new AppError('MEETING_FIRST')
    if (await isAnyVoting(db, actor.orgId, meeting.meetingId)) throw new AppError('ANOTHER_VOTING')
    const { quorum } = await countVoters(db, actor.orgId, meeting)
    if (!quorum.met) throw new AppError('QUORUM_NOT_MET')
    await changeMotion(db, actor.orgId, motionId, { state: 'voting', opened_at: now })
    await record(context, motionId, { quorum })
    return {}
  }),

  // A meeting that was closed meanwhile does not stop it: those present are frozen, and a vote under way is finished.
  write(contract.closeVoting, async ({ motionId, counts }, context) => {
    const { db, actor, now } = context
    const { motion, meeting } = await lockPermitted(context, motionId)
    if (motion.state !== 'voting') throw new AppError(refusalOf[motion.state])
    refuseWrongCounts(motion, counts)
    const { entitled, present } = await countVoters(db, actor.orgId, meeting)
    const { inFavour, against, abstained } = counts ?? (await settleVotes(db, actor.orgId, motion))
    const numbers = { entitled, present, inFavour, against, abstained }
    refuseTooMany(numbers)
    const { passed } = resultOf(numbers)
    const frozen = { entitled, present, in_favour: inFavour, against, abstained, passed }
    await changeMotion(db, actor.orgId, motionId, { state: 'closed', closed_at: now, ...frozen })
    await writeVotedFacts(context, meeting, motionId)
    if (passed) await writePassedFact(context, meeting, motionId)
    await record(context, motionId, { ...numbers, passed })
    return { passed }
  }),

  write(contract.correct, async ({ motionId, counts, reason }, context) => {
    const { db, actor, now, newId } = context
    const { motion, meeting } = await lockPermitted(context, motionId)
    const { entitled, present } = motion
    if (motion.state !== 'closed' || entitled === null || present === null) throw new AppError(refusalOf[motion.state])
    if (motion.kind !== 'show-of-hands') throw new AppError('VOTES_STAND')
    if (await isRecordConfirmed(db, actor.orgId, meeting.meetingId)) throw new AppError('RECORD_CONFIRMED')
    refuseTooMany({ present, ...counts })
    const { passed } = resultOf({ entitled, present, ...counts })
    const key = { org_id: actor.orgId, motion_id: motionId }
    await keepCorrected(db, { ...key, correction_id: newId(), at: now, author_id: actor.memberId, reason })
    const { inFavour, against, abstained } = counts
    await changeMotion(db, actor.orgId, motionId, { in_favour: inFavour, against, abstained, passed })
    if (motion.passed && !passed) await reverseFacts(context, motionId, ['motion-passed'], reason)
    if (!motion.passed && passed) await writePassedFact(context, meeting, motionId, reason)
    await record(context, motionId, { ...counts, passed, reason })
    return { passed }
  }),
]

function refuseOnceOver({ state }: Meeting) {
  if (state === 'closed') throw new AppError('MEETING_ENDED')
  if (state === 'cancelled') throw new AppError('MEETING_CANCELLED')
}

function refuseWrongCounts({ kind }: MotionRow, counts: object | undefined) {
  if (kind === 'show-of-hands' && !counts) throw new AppError('INVALID_INPUT', { counts: '请填写举手的人数' })
  if (kind !== 'show-of-hands' && counts) throw new AppError('INVALID_INPUT', { counts: '手机表决由系统计票，不用填写人数' })
}

function refuseTooMany(numbers: Parameters<typeof faultOfHands>[0]) {
  const fault = faultOfHands(numbers)
  if (fault) throw new AppError('INVALID_INPUT', { counts: fault })
}
