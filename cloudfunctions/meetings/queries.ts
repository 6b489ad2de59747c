import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { UnitKind } from '../organisation/contract'
import type { AttendanceState, MeetingKind, MeetingState } from './contract'

export interface MeetingRow {
  meetingId: string
  unitId: string
  unitName: string
  unitKind: UnitKind
  kind: MeetingKind
  title: string
  agenda: string
  place: string
  startsAt: Date
  durationMinutes: number
  state: MeetingState
  tag: string
  secret: string
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string | null
  seriesId: string | null
  /** Whether those who came sign out at the end. */
  signOut: boolean
  /** How often it was changed. */
  revision: number
}

/** With `lock`, whoever else wants to change this meeting's state or list by hand waits for the transaction. */
export async function findMeeting(db: Db, orgId: string, meetingId: string, lock = false): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select m.meeting_id as "meetingId", m.unit_id as "unitId", u.name as "unitName", u.kind as "unitKind", m.kind, m.title, m.agenda, m.place,
      m.starts_at as "startsAt", m.duration_minutes as "durationMinutes", m.state, m.code_tag as tag, m.code_secret as secret,
      m.opened_at as "openedAt", m.closed_at as "closedAt", m.cancel_reason as "cancelReason", m.series_id as "seriesId",
      m.sign_out as "signOut", m.revision
    from meetings m
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId}
    ${lock ? sql`for update of m` : sql``}`.execute(db)
  return rows[0]
}

interface NewMeeting {
  org_id: string
  meeting_id: string
  unit_id: string
  kind: MeetingKind
  title: string
  agenda: string
  place: string
  starts_at: Date
  duration_minutes: number
  code_tag: string
  code_secret: string
  created_by: string | null
  created_at: Date
  series_id?: string | null
  sign_out?: boolean
}

export const addMeeting = (db: Db, row: NewMeeting) =>
  db
    .insertInto('meetings')
    .values({ ...row, state: 'scheduled', opened_at: null, closed_at: null, cancel_reason: null })
    .execute()

interface MeetingChange {
  title?: string
  agenda?: string
  place?: string
  starts_at?: Date
  duration_minutes?: number
  state?: MeetingState
  opened_at?: Date
  closed_at?: Date
  cancel_reason?: string
  sign_out?: boolean
}

export const changeMeeting = (db: Db, orgId: string, meetingId: string, change: MeetingChange) =>
  db
    .updateTable('meetings')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .execute()

interface Expecting {
  orgId: string
  meetingId: string
  unitId: string
  who: 'members' | 'posts'
  now: Date
}

/** Whether the member `m` is expected: belongs to the unit, or holds one of its posts. */
export const isExpected = (orgId: string, unitId: string, who: Expecting['who']) =>
  who === 'members'
    ? sql`(m.unit_id = ${unitId} or m.group_id = ${unitId}) and m.standing in ('full', 'probationary')`
    : sql`exists (select from organisation_posts p
        where p.org_id = ${orgId} and p.unit_id = ${unitId} and p.member_id = m.member_id and p.post <> 'administrator')`

/** Puts everyone the kind expects on the list; only full members who are able to attend are entitled to vote. */
export async function expectPeople(db: Db, { orgId, meetingId, unitId, who, now }: Expecting): Promise<void> {
  await sql`
    insert into meetings_attendances (org_id, meeting_id, member_id, state, counted, votes, changed_at)
    select ${orgId}::uuid, ${meetingId}::uuid, m.member_id, 'expected', true, m.standing = 'full' and not m.unable, ${now}::timestamptz
    from organisation_members m
    where m.org_id = ${orgId} and m.erased_at is null and ${isExpected(orgId, unitId, who)}`.execute(db)
}

/** Adds people of this organisation who are not on the list yet; returns the ids added. */
export async function invitePeople(
  db: Db,
  orgId: string,
  meetingId: string,
  memberIds: string[],
  reason: string,
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`
    insert into meetings_attendances (org_id, meeting_id, member_id, state, counted, votes, reason, changed_at)
    select ${orgId}::uuid, ${meetingId}::uuid, m.member_id, 'expected', m.standing in ('full', 'probationary'),
      m.standing = 'full' and not m.unable, ${reason}, ${now}::timestamptz
    from organisation_members m
    where m.org_id = ${orgId} and m.member_id = any(${memberIds}::uuid[]) and m.erased_at is null
    on conflict (org_id, meeting_id, member_id) do nothing
    returning member_id`.execute(db)
  return rows.map((row) => row.member_id)
}

export interface SummaryRow {
  meetingId: string
  unitId: string
  unitName: string
  kind: MeetingKind
  title: string
  startsAt: Date
  durationMinutes: number
  place: string
  state: MeetingState
  myState: AttendanceState | null
  myAt: Date | null
  leave: 'asked' | 'granted' | 'refused' | 'withdrawn' | null
  recordedLater: boolean
  expected: number
  arrived: number
}

const summaryOf = (orgId: string, memberId: string) => sql`
  select m.meeting_id as "meetingId", m.unit_id as "unitId", u.name as "unitName", m.kind, m.title, m.starts_at as "startsAt",
    m.duration_minutes as "durationMinutes", m.place, m.state, a.state as "myState", a.at as "myAt", l.state as leave,
    m.recorded_at is not null as "recordedLater", counts.expected, counts.arrived
  from meetings m
  join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
  left join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = m.meeting_id and a.member_id = ${memberId}
  left join meetings_leave_requests l on l.org_id = ${orgId} and l.meeting_id = m.meeting_id and l.member_id = ${memberId}
  cross join lateral (
    select (count(*) filter (where c.counted))::int as expected,
      (count(*) filter (where c.counted and c.state in ('present', 'late')))::int as arrived
    from meetings_attendances c where c.org_id = ${orgId} and c.meeting_id = m.meeting_id
  ) counts`

export async function findSummary(db: Db, orgId: string, memberId: string, meetingId: string): Promise<SummaryRow | undefined> {
  const { rows } = await sql<SummaryRow>`${summaryOf(orgId, memberId)}
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId}`.execute(db)
  return rows[0]
}

/** Meetings the person is on the list of, between two moments, earliest first, and every open one. */
export async function listMine(db: Db, orgId: string, memberId: string, from: Date, until: Date): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`${summaryOf(orgId, memberId)}
    where m.org_id = ${orgId} and a.member_id is not null
      and (m.state = 'open' or (m.starts_at between ${from} and ${until}))
    order by m.starts_at, m.meeting_id`.execute(db)
  return rows
}

export async function listOfUnit(
  db: Db,
  orgId: string,
  memberId: string,
  unitId: string,
  before: Date | null,
  limit: number,
): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`${summaryOf(orgId, memberId)}
    where m.org_id = ${orgId}
      and m.unit_id in (select unit_id from organisation_units g where g.org_id = ${orgId} and (g.unit_id = ${unitId} or (g.parent_id = ${unitId} and g.kind = 'group')))
      and (${before}::timestamptz is null or m.starts_at < ${before}::timestamptz)
    order by m.starts_at desc, m.meeting_id
    limit ${limit}`.execute(db)
  return rows
}

/** Whether the person is on the meeting's list. */
export const isParticipant = async (db: Db, orgId: string, meetingId: string, memberId: string): Promise<boolean> =>
  (await db
    .selectFrom('meetings_attendances')
    .select('member_id')
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()) !== undefined
