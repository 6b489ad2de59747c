import { type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import * as contract from './calendar-contract'
import { calendarFile } from './calendar-file'
import { findMeeting, isParticipant } from './queries'

/** The meeting for the phone's calendar. */
export const calendarActions: Implementation[] = [
  read(contract.calendar, async ({ meetingId }, context) => {
    const { db, actor, now, origin } = context
    const meeting = await findMeeting(db, actor.orgId, meetingId)
    if (!meeting) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: meeting.unitId, participant: await isParticipant(db, actor.orgId, meetingId, actor.memberId) })
    const link = `${origin}/meetings/pages/meeting/index?meetingId=${meetingId}`
    return { fileName: `${meeting.title.replace(/[\\/:*?"<>|]/g, ' ').trim()}.ics`, text: calendarFile(meeting, link, now) }
  }),
]
