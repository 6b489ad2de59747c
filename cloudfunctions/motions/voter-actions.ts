import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { countVoters, findMeeting, findPlace, isRecordConfirmed } from '../meetings'
import * as contract from './contract'
import { resultOf } from './majority'
import { readPermitted, refusalOf } from './permitted-motion'
import { type ListedRow, listCorrections, listMotions, listVotes, putVote } from './queries'

/** What everyone in the meeting does: see the motions, vote, and see who voted how. */
export const voterActions: Implementation[] = [
  read(contract.list, async ({ meetingId }, context) => {
    const { db, actor } = context
    const meeting = await findMeeting(db, actor.orgId, meetingId)
    if (!meeting) throw new AppError('NOT_FOUND')
    const mine = (await findPlace(db, actor.orgId, meetingId, actor.memberId)) ?? null
    const target = { unitId: meeting.unitId, participant: mine !== null }
    await permit(context, target)
    const { entitled, present, quorum } = await countVoters(db, actor.orgId, meeting)
    const motions = await listMotions(db, actor.orgId, meetingId, actor.memberId)
    const mayCorrect = await may(context, contract.correct.name, target)
    const corrections = (await listCorrections(db, actor.orgId, meetingId)).map((row) => ({ ...row, at: toMoment(row.at) }))
    return {
      meetingTitle: meeting.title,
      meetingState: meeting.state,
      canManage: await may(context, contract.openVoting.name, target),
      canSeeVotes: await may(context, contract.votes.name, target),
      canCorrect: mayCorrect && !(await isRecordConfirmed(db, actor.orgId, meetingId)),
      entitled,
      quorum,
      mine,
      motions: motions.map((row) => ({
        motionId: row.motionId,
        text: row.text,
        kind: row.kind,
        state: row.state,
        tally: tallyOf(row, { entitled, present }),
        closedAt: toMomentOrNull(row.closedAt),
        myChoice: row.myChoice,
        corrections: corrections.filter(({ motionId }) => motionId === row.motionId),
      })),
    }
  }),

  read(contract.votes, async ({ motionId }, context) => {
    const { motion } = await readPermitted(context, motionId)
    if (motion.state !== 'closed') throw new AppError('VOTING_NOT_CLOSED')
    return { votes: await listVotes(context.db, context.actor.orgId, motionId) }
  }),

  write(contract.vote, async ({ motionId, choice }, context) => {
    const { db, actor, now } = context
    const { motion, place } = await readPermitted(context, motionId)
    if (motion.state !== 'voting') throw new AppError(refusalOf[motion.state])
    if (motion.kind !== 'open') throw new AppError('VOTED_BY_HAND')
    if (!place?.entitled) throw new AppError('NOT_ENTITLED')
    if (!place.present) throw new AppError('NOT_PRESENT')
    if (!(await putVote(db, actor.orgId, motionId, actor.memberId, choice, now))) throw new AppError('VOTING_CLOSED')
    await record(context, motionId, { choice })
    return {}
  }),
]

/** The numbers so far while voting, those of the close afterwards. */
function tallyOf({ state, inFavour, against, abstained, ...row }: ListedRow, now: { entitled: number; present: number }) {
  if (state !== 'voting' && state !== 'closed') return null
  const counts = { entitled: row.entitled ?? now.entitled, present: row.present ?? now.present, inFavour, against, abstained }
  const result = resultOf(counts)
  return { ...counts, ...result, passed: row.passed ?? result.passed }
}
