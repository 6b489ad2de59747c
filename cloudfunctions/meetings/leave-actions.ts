import { type Implementation, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { changeLine, findLine, putLeave, settleLeave } from './attendance-queries'
import * as contract from './contract'
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
    await settle(context, meetingId, actor.memberId, 'withdrawn', null)
    return {}
  }),

  write(contract.decideLeave, async ({ meetingId, memberId, decision, comment }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed') throw new AppError('ALREADY_CLOSED')
    await settle(context, meetingId, memberId, decision, comment ?? null)
    return {}
  }),
]

function refuseOnceStarted(meeting: MeetingRow) {
  if (meeting.state === 'open' || meeting.state === 'closed') throw new AppError('LEAVE_CLOSED')
}

/** Two officers at once decide once: the second finds nothing to decide. */
async function settle(
  context: WriteContext,
  meetingId: string,
  memberId: string,
  state: 'granted' | 'refused' | 'withdrawn',
  comment: string | null,
) {
  const { db, actor, now } = context
  const line = await findLine(db, actor.orgId, meetingId, memberId)
  if (line?.state === 'present' || line?.state === 'late') throw new AppError('ALREADY_CHECKED_IN')
  const decision = { state, decided_at: now, decided_by: actor.memberId, decision: comment }
  const from = state === 'withdrawn' ? (['asked', 'granted'] as const) : (['asked'] as const)
  const settled = await settleLeave(db, actor.orgId, meetingId, memberId, [...from], decision)
  if (!settled) throw new AppError('NOTHING_TO_DECIDE')
  if (state === 'granted') await changeLine(db, actor.orgId, meetingId, memberId, { state: 'excused', how: 'manual', changed_at: now })
  if (state === 'withdrawn' && line?.state === 'excused') {
    await changeLine(db, actor.orgId, meetingId, memberId, { state: 'expected', how: null, changed_at: now })
  }
  await record(context, meetingId, { memberId, state })
  announceAfterCommit(context, meetingId)
}
