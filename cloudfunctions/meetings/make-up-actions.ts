import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { decideMakeUp } from './decide'
import * as contract from './make-up-contract'
import { handIn, listMakeUps, listOwnMakeUps, oweMakeUps } from './make-up-queries'
import { lockPermitted, readPermitted } from './permitted-meeting'

/** Make-up study (补课): owed by those who missed a meeting, handed in by them, accepted or returned by the organiser. */
export const makeUpActions: Implementation[] = [
  write(contract.setMakeUp, async ({ meetingId, dueAt, instructions, whom }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    if (meeting.state !== 'closed') throw new AppError('MEETING_NOT_CLOSED')
    if (new Date(dueAt) <= context.now) throw new AppError('INVALID_INPUT', { dueAt: '完成日期须在今天以后' })
    const missed: ('absent' | 'excused')[] = whom === 'absent' ? ['absent'] : ['absent', 'excused']
    const owed = await oweMakeUps(context, meeting, { instructions, dueAt: new Date(dueAt), missed })
    if (!owed) throw new AppError('NOBODY_MISSED')
    await record(context, meetingId, { whom, dueAt, owed })
    return { owed }
  }),

  read(contract.makeUps, async ({ meetingId }, context) => {
    await readPermitted(context, meetingId)
    const rows = await listMakeUps(context.db, context.actor.orgId, meetingId)
    return { now: toMoment(context.now), makeUps: rows.map(withMoments) }
  }),

  read(contract.myMakeUps, async ({ meetingId }, { db, actor, now }) => {
    const rows = await listOwnMakeUps(db, actor.orgId, actor.memberId, meetingId ?? null)
    return { now: toMoment(now), makeUps: rows.map((row) => ({ ...withMoments(row), startsAt: toMoment(row.startsAt) })) }
  }),

  write(contract.handInMakeUp, async ({ meetingId, note }, context) => {
    const { db, actor, now } = context
    await lockPermitted(context, meetingId)
    if (!(await handIn(db, actor.orgId, meetingId, actor.memberId, note, now))) throw new AppError('NOTHING_OWED')
    await record(context, meetingId, { memberId: actor.memberId })
    return {}
  }),

  write(contract.decideMakeUp, async ({ meetingId, memberId, decision, comment = null }, context) => {
    const undecided = await decideMakeUp(context, { meetingId, memberId }, decision, comment)
    if (undecided) throw new AppError(undecided)
    return {}
  }),
]

const withMoments = <Row extends { dueAt: Date; handedInAt: Date | null }>(row: Row) => ({
  ...row,
  dueAt: toMoment(row.dueAt),
  handedInAt: toMomentOrNull(row.handedInAt),
})
