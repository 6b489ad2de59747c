import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { changeLine, findLine } from './attendance-queries'
import { announceAfterCommit, lockPermitted } from './permitted-meeting'
import * as contract from './remote-contract'

export const remoteActions: Implementation[] = [
  write(contract.admit, async ({ meetingId, memberId }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'scheduled') throw new AppError('MEETING_FIRST')
    if (meeting.state === 'closed') throw new AppError('MEETING_ENDED')
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    const { db, actor, now } = context
    const line = await findLine(db, actor.orgId, meetingId, memberId)
    if (!line) throw new AppError('NOT_INVITED')
    if (line.at) throw new AppError('ALREADY_CHECKED_IN')
    await changeLine(db, actor.orgId, meetingId, memberId, {
      state: 'present',
      at: now,
      how: 'remote',
      admitted_by: actor.memberId,
      reason: null,
      changed_at: now,
    })
    await record(context, meetingId, { memberId, before: line.state })
    announceAfterCommit(context, meetingId)
    return {}
  }),
]
