import { sql } from 'kysely'

/** Who is still expected at a meeting that was not closed: owed at its beginning. */
export const expectedAtMeetings = (orgId: string) => sql`
  select 'meeting' as kind, m.meeting_id as subject_id, a.member_id, m.title, m.starts_at as due_at
  from meetings m
  join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = m.meeting_id
  where m.org_id = ${orgId} and m.state in ('scheduled', 'open') and a.state = 'expected'`

/** Make-up studies that were not handed in, or came back. */
export const owedMakeUps = (orgId: string) => sql`
  select 'make-up' as kind, m.meeting_id as subject_id, k.member_id, m.title, k.due_at
  from meetings_make_ups k
  join meetings m on m.org_id = ${orgId} and m.meeting_id = k.meeting_id
  where k.org_id = ${orgId} and k.state in ('owed', 'returned')`
