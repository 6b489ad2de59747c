import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { AttendanceFlag, AttendanceState, AttendanceWay } from './contract'

export interface Counts {
  expected: number
  entitled: number
  have: number
  present: number
  late: number
  excused: number
  absent: number
  invited: number
}

/** Everyone counted, by state; `entitled` may vote, `have` of them have arrived, `invited` stand outside the count. */
export async function countAttendance(db: Db, orgId: string, meetingId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (count(*) filter (where counted))::int as expected,
      (count(*) filter (where counted and votes))::int as entitled,
      (count(*) filter (where counted and votes and state in ('present', 'late')))::int as have,
      (count(*) filter (where counted and state = 'present'))::int as present,
      (count(*) filter (where counted and state = 'late'))::int as late,
      (count(*) filter (where counted and state = 'excused'))::int as excused,
      (count(*) filter (where counted and state = 'absent'))::int as absent,
      (count(*) filter (where not counted))::int as invited
    from meetings_attendances where org_id = ${orgId} and meeting_id = ${meetingId}`.execute(db)
  return rows[0] ?? { expected: 0, entitled: 0, have: 0, present: 0, late: 0, excused: 0, absent: 0, invited: 0 }
}

export interface PersonRow {
  memberId: string
  name: string
  state: AttendanceState
  how: AttendanceWay | null
  at: Date | null
  flags: AttendanceFlag[]
  counted: boolean
  votes: boolean
  reason: string | null
  groupName: string | null
  signedOutAt: Date | null
  admittedBy: string | null
}

/** The list, those who arrived first on top; with `since` only those who changed after it. */
export async function listAttendance(db: Db, orgId: string, meetingId: string, since: Date | null): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select a.member_id as "memberId", p.name, a.state, a.how, a.at, a.flags, a.counted, a.votes, a.reason, g.name as "groupName",
      s.at as "signedOutAt", admitting.name as "admittedBy"
    from meetings_attendances a
    join organisation_members p on p.org_id = ${orgId} and p.member_id = a.member_id
    left join organisation_units g on g.org_id = ${orgId} and g.unit_id = p.group_id
    left join organisation_members admitting on admitting.org_id = ${orgId} and admitting.member_id = a.admitted_by and a.how = 'remote'
    left join meetings_sign_outs s on s.org_id = ${orgId} and s.meeting_id = a.meeting_id and s.member_id = a.member_id
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId}
      and (${since}::timestamptz is null or a.changed_at > ${since}::timestamptz or s.recorded_at > ${since}::timestamptz)
    order by a.at nulls last, p.member_id`.execute(db)
  return rows
}

export interface LineRow {
  state: AttendanceState
  how: AttendanceWay | null
  at: Date | null
  flags: AttendanceFlag[]
  counted: boolean
  frozen: boolean
}

/** One person's line, locked until the transaction ends. */
export async function findLine(db: Db, orgId: string, meetingId: string, memberId: string): Promise<LineRow | undefined> {
  return db
    .selectFrom('meetings_attendances')
    .select(['state', 'how', 'at', 'flags', 'counted', 'frozen'])
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
}

interface LineChange {
  state?: AttendanceState
  how?: AttendanceWay | null
  at?: Date | null
  flags?: AttendanceFlag[]
  reason?: string | null
  request_id?: string | null
  /** Says something only while `how` is 'remote'. */
  admitted_by?: string
  changed_at: Date
}

export const changeLine = (db: Db, orgId: string, meetingId: string, memberId: string, change: LineChange) =>
  db
    .updateTable('meetings_attendances')
    .set(change)
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .execute()

/** Takes a person off the list, with what they asked for. */
export async function removeLine(db: Db, orgId: string, meetingId: string, memberId: string): Promise<void> {
  for (const table of ['meetings_leave_requests', 'meetings_roll_calls', 'meetings_sign_outs', 'meetings_attendances'] as const) {
    await db.deleteFrom(table).where('org_id', '=', orgId).where('meeting_id', '=', meetingId).where('member_id', '=', memberId).execute()
  }
}

/** At close: those still expected are absent, and no scan changes a line any more. */
export async function freezeAttendance(db: Db, orgId: string, meetingId: string, now: Date): Promise<void> {
  await sql`
    update meetings_attendances
    set frozen = true,
      state = case when state = 'expected' then 'absent' else state end,
      how = case when state = 'expected' then 'rule' else how end,
      changed_at = case when state = 'expected' then ${now}::timestamptz else changed_at end
    where org_id = ${orgId} and meeting_id = ${meetingId}`.execute(db)
}

/** Keeps who used a phone first in a meeting. */
export const rememberDevice = (db: Db, orgId: string, meetingId: string, deviceHash: string, memberId: string) =>
  db
    .insertInto('meetings_devices')
    .values({ org_id: orgId, meeting_id: meetingId, device_hash: deviceHash, member_id: memberId })
    .onConflict((conflict) => conflict.columns(['org_id', 'meeting_id', 'device_hash']).doNothing())
    .execute()

/** Whether the person lets the meeting keep near or far. */
export const consentsToLocation = async (db: Db, orgId: string, memberId: string): Promise<boolean> =>
  (await db
    .selectFrom('organisation_consents')
    .select('purpose')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('purpose', '=', 'location')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()) !== undefined

export interface LeaveRow {
  memberId: string
  name: string
  reason: string
  state: 'asked' | 'granted' | 'refused' | 'withdrawn'
  askedAt: Date
  decision: string | null
}

export async function listLeave(db: Db, orgId: string, meetingId: string): Promise<LeaveRow[]> {
  const { rows } = await sql<LeaveRow>`
    select l.member_id as "memberId", p.name, l.reason, l.state, l.asked_at as "askedAt", l.decision
    from meetings_leave_requests l
    join organisation_members p on p.org_id = ${orgId} and p.member_id = l.member_id
    where l.org_id = ${orgId} and l.meeting_id = ${meetingId}
    order by l.state = 'asked' desc, l.asked_at`.execute(db)
  return rows
}

/** Asks, or asks again after a withdrawal or a refusal. */
export const putLeave = (db: Db, orgId: string, meetingId: string, memberId: string, reason: string, now: Date) =>
  db
    .insertInto('meetings_leave_requests')
    .values({
      org_id: orgId,
      meeting_id: meetingId,
      member_id: memberId,
      reason,
      state: 'asked',
      asked_at: now,
      decided_at: null,
      decided_by: null,
      decision: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'meeting_id', 'member_id'])
        .doUpdateSet({ reason, state: 'asked', asked_at: now, decided_at: null, decided_by: null, decision: null }),
    )
    .execute()

interface LeaveDecision {
  state: 'granted' | 'refused' | 'withdrawn'
  decided_at: Date
  decided_by: string
  decision: string | null
}

/** Settles a request that is in one of the states `from`; false when there is none such any more. */
export async function settleLeave(
  db: Db,
  orgId: string,
  meetingId: string,
  memberId: string,
  from: ('asked' | 'granted')[],
  change: LeaveDecision,
): Promise<boolean> {
  const settled = await db
    .updateTable('meetings_leave_requests')
    .set(change)
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .where('state', 'in', from)
    .returning('member_id')
    .executeTakeFirst()
  return settled !== undefined
}

export interface CalledRow {
  memberId: string
  name: string
  flags: AttendanceFlag[]
  result: 'here' | 'not-here' | null
}

export async function listCalled(db: Db, orgId: string, meetingId: string): Promise<CalledRow[]> {
  const { rows } = await sql<CalledRow>`
    select r.member_id as "memberId", p.name, a.flags, r.result
    from meetings_roll_calls r
    join organisation_members p on p.org_id = ${orgId} and p.member_id = r.member_id
    join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = r.meeting_id and a.member_id = r.member_id
    where r.org_id = ${orgId} and r.meeting_id = ${meetingId}
    order by r.drawn_at, p.member_id`.execute(db)
  return rows
}

/** Names drawn earlier and not answered make room for the new ones; answers stay. */
export async function replaceCalled(db: Db, orgId: string, meetingId: string, memberIds: string[], now: Date): Promise<void> {
  await sql`delete from meetings_roll_calls where org_id = ${orgId} and meeting_id = ${meetingId} and result is null`.execute(db)
  await sql`
    insert into meetings_roll_calls (org_id, meeting_id, member_id, drawn_at, result)
    select ${orgId}::uuid, ${meetingId}::uuid, called, ${now}::timestamptz, null from unnest(${memberIds}::uuid[]) as called
    on conflict (org_id, meeting_id, member_id) do nothing`.execute(db)
}

/** False when the person was not called. */
export async function answerCall(
  db: Db,
  orgId: string,
  meetingId: string,
  memberId: string,
  result: 'here' | 'not-here',
): Promise<boolean> {
  const answered = await db
    .updateTable('meetings_roll_calls')
    .set({ result })
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .returning('member_id')
    .executeTakeFirst()
  return answered !== undefined
}
