import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { findLine, putLeave } from './attendance-queries'
import * as contract from './contract'
import { decideLeave, settleRequest, type Undecided } from './decide'
import { announceAfterCommit, lockPermitted } from './permitted-meeting'
import type { MeetingRow } from './queries'

/** Leave: asked by the member before the meeting, granted or refused by an officer. */
export const leaveActions: Implementation[] = [
  write(contract.askLeave, async ({ meetingId, reason }, context) => {
    const { db, actor, now } = context
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    refuseOnceStarted(meeting)
    const line = await findLine(db, actor.orgId, meetingId, actor.memberId)
    if (!line) throw new AppError('NOT_INVITED')
    if (line.state === 'present' || line.state === 'late') throw new AppError('ALREADY_CHECKED_IN')
    // Already granted: asking again must not take it back.
    if (line.state !== 'excused') await putLeave(db, actor.orgId, meetingId, actor.memberId, reason, now)
    await record(context, meetingId, { memberId: actor.memberId })
    announceAfterCommit(context, meetingId)
    return {}
  }),

  write(contract.withdrawLeave, async ({ meetingId }, context) => {
    const { actor } = context
    const meeting = await lockPermitted(context, meetingId)
    refuseOnceStarted(meeting)
    refuse(await settleRequest(context, { meetingId, memberId: actor.memberId }, 'withdrawn', null))
    return {}
  }),

  write(contract.decideLeave, async ({ meetingId, memberId, decision, comment }, context) => {
    refuse(await decideLeave(context, { meetingId, memberId }, decision, comment ?? null))
    return {}
  }),
]

function refuseOnceStarted(meeting: MeetingRow) {
  if (meeting.state === 'open' || meeting.state === 'closed') throw new AppError('LEAVE_CLOSED')
}

function refuse(reason: Undecided | undefined) {
  if (reason) throw new AppError(reason)
}
