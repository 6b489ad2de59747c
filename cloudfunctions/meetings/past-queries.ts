import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { MeetingKind, MeetingState } from './contract'
import { isExpected } from './queries'

/** Who entered a past meeting (补录) and when; null for one that was checked in. */
export async function findRecordedLater(db: Db, orgId: string, meetingId: string): Promise<{ name: string; at: Date } | null> {
  const { rows } = await sql<{ name: string; at: Date }>`
    select p.name, m.recorded_at as at
    from meetings m join organisation_members p on p.org_id = ${orgId} and p.member_id = m.recorded_by
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId}`.execute(db)
  return rows[0] ?? null
}

export interface NearMeeting {
  meetingId: string
  title: string
  startsAt: Date
  durationMinutes: number
  state: MeetingState
}

/** The unit's meetings of a kind that begin within two days of a moment, those cancelled left out. */
export const listNear = (db: Db, orgId: string, unitId: string, kind: MeetingKind, at: Date): Promise<NearMeeting[]> =>
  db
    .selectFrom('meetings')
    .select(['meeting_id as meetingId', 'title', 'starts_at as startsAt', 'duration_minutes as durationMinutes', 'state'])
    .where('org_id', '=', orgId)
    .where('unit_id', '=', unitId)
    .where('starts_at', '>', new Date(at.getTime() - 2 * 86_400_000))
    .where('starts_at', '<', new Date(at.getTime() + 2 * 86_400_000))
    .where('kind', '=', kind)
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at')
    .execute()

/** Whoever else records a meeting of this unit waits for the transaction, so that two at once see each other's. */
export const lockUnit = (db: Db, orgId: string, unitId: string) =>
  sql`select from organisation_units where org_id = ${orgId} and unit_id = ${unitId} for no key update`.execute(db)

interface Exception {
  memberId: string
  state: 'late' | 'excused' | 'absent'
  reason: string
}

/** Nobody looked at a clock: those who were there have no time of arrival. All lines are frozen, as after a close. */
export async function enterAttendance(db: Db, orgId: string, meetingId: string, exceptions: Exception[]): Promise<void> {
  await sql`
    update meetings_attendances set state = 'present', how = 'manual', frozen = true
    where org_id = ${orgId} and meeting_id = ${meetingId}`.execute(db)
  const all = <Key extends keyof Exception>(key: Key) => exceptions.map((each) => each[key])
  await sql`
    update meetings_attendances a set state = x.state, reason = x.reason
    from unnest(${all('memberId')}::uuid[], ${all('state')}::text[], ${all('reason')}::text[]) as x (member_id, state, reason)
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId} and a.member_id = x.member_id`.execute(db)
}

/** Who is on the list. */
export async function listedPeople(db: Db, orgId: string, meetingId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('meetings_attendances')
    .select('member_id')
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .execute()
  return new Set(rows.map((row) => row.member_id))
}

export const takeOffList = (db: Db, orgId: string, meetingId: string, memberIds: string[]) =>
  sql`delete from meetings_attendances
    where org_id = ${orgId} and meeting_id = ${meetingId} and member_id = any(${memberIds}::uuid[])`.execute(db)

/** Closed from the first moment on, and marked. */
export const markRecorded = (db: Db, orgId: string, meetingId: string, recordedBy: string, now: Date) =>
  db
    .updateTable('meetings')
    .set({ state: 'closed', closed_at: now, recorded_by: recordedBy, recorded_at: now })
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .execute()

export interface ExpectedRow {
  memberId: string
  name: string
  groupName: string | null
  votes: boolean
}

/** Whom the kind expects, by group and then in the order of the roster. */
export async function listExpected(db: Db, orgId: string, unitId: string, who: 'members' | 'posts'): Promise<ExpectedRow[]> {
  const { rows } = await sql<ExpectedRow>`
    select m.member_id as "memberId", m.name, g.name as "groupName", m.standing = 'full' and not m.unable as votes
    from organisation_members m
    left join organisation_units g on g.org_id = ${orgId} and g.unit_id = m.group_id
    where m.org_id = ${orgId} and m.erased_at is null and ${isExpected(orgId, unitId, who)}
    order by m.group_id nulls first, m.member_id`.execute(db)
  return rows
}
