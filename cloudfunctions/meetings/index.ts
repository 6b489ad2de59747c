import type { Db } from '../kernel/database'
import { countAttendance } from './attendance-queries'
import { findMeeting as findMeetingRow, type MeetingRow } from './queries'
import { quorum } from './quorum'
import { findRecord } from './record-queries'

export { decideLeave, decideMakeUp } from './decide'
export { expectedAtMeetings, owedMakeUps } from './duty-queries'
export { listForCalendar, titlesWithin } from './others-queries'
export { whoWasAt } from './study-queries'
export { findPlace, type Place, presentVoters } from './voter-queries'
export { countAsked, listLeaveAsked, listMakeUpsHandedIn } from './waiting-queries'

/** The questions other features may ask about meetings. */

export type Meeting = Pick<MeetingRow, 'meetingId' | 'unitId' | 'kind' | 'title' | 'state' | 'startsAt'>

/** What a meeting is and how far it has come; undefined where the organisation has no such meeting. */
export const findMeeting = (db: Db, orgId: string, meetingId: string): Promise<Meeting | undefined> => findMeetingRow(db, orgId, meetingId)

/** The same, and nobody changes its state or anybody's attendance by hand until the transaction ends; scans go on. */
export const lockMeeting = (db: Db, orgId: string, meetingId: string): Promise<Meeting | undefined> =>
  findMeetingRow(db, orgId, meetingId, true)

/** Whether the meeting's record was confirmed, so that what it says of votes stands. */
export const isRecordConfirmed = async (db: Db, orgId: string, meetingId: string): Promise<boolean> =>
  (await findRecord(db, orgId, meetingId)).version > 0

/** How many may vote, how many of them are present, and whether that is a quorum. */
export async function countVoters(db: Db, orgId: string, { meetingId, kind }: Pick<Meeting, 'meetingId' | 'kind'>) {
  const { entitled, have } = await countAttendance(db, orgId, meetingId)
  return { entitled, present: have, quorum: quorum(kind, entitled, have) }
}
