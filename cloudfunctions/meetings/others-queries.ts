import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { CalendarMeeting } from './calendar-file'

/** The titles of those of these meetings that the unit's own branch holds, by their id: others are not its business. */
export async function titlesWithin(db: Db, orgId: string, unitId: string, meetingIds: readonly string[]): Promise<Map<string, string>> {
  if (!meetingIds.length) return new Map()
  const { rows } = await sql<{ meetingId: string; title: string }>`
    select m.meeting_id as "meetingId", m.title from meetings m
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    join organisation_units own on own.org_id = ${orgId} and own.unit_id = ${unitId}
    where m.org_id = ${orgId} and m.meeting_id = any(${meetingIds}::uuid[])
      and case when u.kind = 'group' then u.parent_id else u.unit_id end
        = case when own.kind = 'group' then own.parent_id else own.unit_id end`.execute(db)
  return new Map(rows.map(({ meetingId, title }) => [meetingId, title]))
}

/** Meetings the person is on the list of and not excused from, cancelled ones too, that start after this moment; the earliest first. */
export async function listForCalendar(db: Db, orgId: string, memberId: string, from: Date, limit: number): Promise<CalendarMeeting[]> {
  const { rows } = await sql<CalendarMeeting>`
    select m.meeting_id as "meetingId", m.title, m.agenda, m.place, u.name as "unitName", m.starts_at as "startsAt",
      m.duration_minutes as "durationMinutes", m.state, m.revision
    from meetings_attendances a
    join meetings m on m.org_id = ${orgId} and m.meeting_id = a.meeting_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    where a.org_id = ${orgId} and a.member_id = ${memberId} and a.state <> 'excused' and m.starts_at >= ${from}::timestamptz
    order by m.starts_at, m.meeting_id
    limit ${limit}`.execute(db)
  return rows
}
