import { type RawBuilder, sql } from 'kysely'

/** The `member_id`s of whoever was at a meeting, those outside the count as well. */
export const whoWasAt = (orgId: string, meetingId: string): RawBuilder<unknown> => sql`
  select w.member_id from meetings_attendances w
  where w.org_id = ${orgId} and w.meeting_id = ${meetingId} and w.state in ('present', 'late')`
