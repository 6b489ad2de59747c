import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { codesAhead } from './codes-ahead'
import { announceAfterCommit, lockPermitted, readPermitted, refusalOf, refuseUnlessOpen } from './permitted-meeting'
import { changeMeeting } from './queries'
import * as contract from './sign-out-contract'

/** Whether a meeting asks for a sign-out, and its code. The scan itself comes in with the check-ins. */
export const signOutActions: Implementation[] = [
  write(contract.setSignOut, async ({ meetingId, signOut }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed' || meeting.state === 'cancelled') throw new AppError(refusalOf[meeting.state])
    if (meeting.signOut === signOut) return {}
    await changeMeeting(context.db, context.actor.orgId, meetingId, { sign_out: signOut })
    await record(context, meetingId, { signOut })
    announceAfterCommit(context, meetingId)
    return {}
  }),

  read(contract.signOutCode, async ({ meetingId }, context) => {
    const meeting = await readPermitted(context, meetingId)
    refuseUnlessOpen(meeting)
    if (!meeting.signOut) throw new AppError('SIGN_OUT_OFF')
    return codesAhead(context, meeting, 'sign-out')
  }),
]
