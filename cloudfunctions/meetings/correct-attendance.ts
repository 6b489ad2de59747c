import type { WriteContext } from '../kernel/action'
import { settleMeeting } from '../study'
import { correctFact } from './fact-queries'
import type { MeetingRow } from './queries'
import { whoWasAt } from './study-queries'

/** After a frozen line changed: puts right what follows from it, the facts of the meeting and the study that it was. */
export async function correctAttendance(context: WriteContext, meeting: MeetingRow, memberId: string, reason: string): Promise<void> {
  const { orgId } = context.actor
  await correctFact(context, meeting, memberId, reason)
  await settleMeeting(context, meeting.meetingId, whoWasAt(orgId, meeting.meetingId), reason)
}
