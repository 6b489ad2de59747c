import { sql } from 'kysely'
import { batch } from '../kernel/batch'
import { type Database, repeatOnConflict } from '../kernel/database'
import type { AttendanceState, AttendanceWay, MeetingState } from './contract'
import { openMeetings } from './open-meetings'

export interface ScanLookup {
  orgId: string
  memberId: string
  tag: string
  deviceHash: string | null
}

export interface FoundScan {
  meetingId: string
  unitId: string
  title: string
  state: MeetingState
  startsAt: Date
  closedAt: Date | null
  secret: string
  attendance: { state: AttendanceState; how: AttendanceWay | null; at: Date | null; requestId: string | null; frozen: boolean } | null
  /** Another member already used this phone in this meeting. */
  sharedDevice: boolean
}

export interface Arrival {
  orgId: string
  meetingId: string
  memberId: string
  state: 'present' | 'late'
  at: Date
  how: 'scan' | 'offline'
  /** Beside `shared-device`, which the write finds out itself. */
  flags: string[]
  deviceHash: string | null
  requestId: string
  entryId: string
  now: Date
}

export interface CheckInQueries {
  /** A meeting that was seen open, with a line as everyone on its list has one before they arrive. */
  openMeeting(orgId: string, tag: string): FoundScan | undefined
  findScan(lookup: ScanLookup): Promise<FoundScan | null>
  /** False when the line was no longer open: somebody else was faster, or the meeting was closed. */
  arrive(arrival: Arrival): Promise<boolean>
}

const queriesByDatabase = new WeakMap<Database, CheckInQueries>()

/** A meeting starts for everyone at once: scans that arrive together share their round trips. */
export function checkInQueries(database: Database): CheckInQueries {
  const known = queriesByDatabase.get(database)
  if (known) return known
  const open = openMeetings<FoundScan>()
  const queries: CheckInQueries = {
    openMeeting: open.find,
    findScan: batch(
      (lookup: ScanLookup) => lookup.orgId,
      async (lookups) => {
        const found = await findScans(database, lookups)
        for (const [index, { orgId, tag }] of lookups.entries()) {
          const scan = found[index]
          open.keep(orgId, tag, scan && { ...scan, attendance: awaited, sharedDevice: false })
        }
        return found
      },
    ),
    arrive: batch(
      (arrival: Arrival) => arrival.orgId,
      (arrivals) => repeatOnConflict(() => writeArrivals(database, arrivals)),
    ),
  }
  queriesByDatabase.set(database, queries)
  return queries
}

const awaited = { state: 'expected', how: null, at: null, requestId: null, frozen: false } as const

interface ScanRow extends Omit<FoundScan, 'attendance' | 'sharedDevice'> {
  position: number
  myState: AttendanceState | null
  how: AttendanceWay | null
  at: Date | null
  requestId: string | null
  frozen: boolean | null
  deviceOwner: string | null
}

async function findScans(database: Database, lookups: ScanLookup[]): Promise<(FoundScan | null)[]> {
  const orgId = lookups[0]?.orgId
  const { rows } = await sql<ScanRow>`
    select s.position::int, m.meeting_id as "meetingId", m.unit_id as "unitId", m.title, m.state, m.starts_at as "startsAt",
      m.closed_at as "closedAt", m.code_secret as secret, a.state as "myState", a.how, a.at, a.request_id as "requestId", a.frozen,
      (select d.member_id from meetings_devices d
        where d.org_id = ${orgId} and d.meeting_id = m.meeting_id and d.device_hash = s.device_hash) as "deviceOwner"
    from unnest(
      ${lookups.map((each) => each.tag)}::text[],
      ${lookups.map((each) => each.memberId)}::uuid[],
      ${lookups.map((each) => each.deviceHash)}::text[]
    ) with ordinality as s (tag, member_id, device_hash, position)
    join meetings m on m.org_id = ${orgId} and m.code_tag = s.tag
    left join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = m.meeting_id and a.member_id = s.member_id`.execute(
    database.db,
  )
  const found: (FoundScan | null)[] = lookups.map(() => null)
  for (const { position, myState, how, at, requestId, frozen, deviceOwner, ...meeting } of rows) {
    const attendance = myState && { state: myState, how, at, requestId, frozen: frozen === true }
    const sharedDevice = deviceOwner !== null && deviceOwner !== lookups[position - 1]?.memberId
    found[position - 1] = { ...meeting, attendance, sharedDevice }
  }
  return found
}

/**
 * Only a line that has not arrived and is not frozen changes. PostgreSQL looks at it again after waiting for
 * another transaction, so of any number of scans at once exactly one changes it; the others find it arrived.
 */
export const guard = "and a.state not in ('present', 'late') and not a.frozen"

async function writeArrivals(database: Database, arrivals: Arrival[]): Promise<boolean[]> {
  const { written, owners } = firstOfEach(arrivals)
  const first = written[0]
  if (!first) return []
  const { rows } = await sql<{ meetingId: string; memberId: string }>`
    with scans as (
      select * from unnest(
        ${written.map((each) => each.meetingId)}::uuid[],
        ${written.map((each) => each.memberId)}::uuid[],
        ${written.map((each) => each.state)}::text[],
        ${written.map((each) => each.at.toISOString())}::timestamptz[],
        ${written.map((each) => each.how)}::text[],
        ${written.map((each) => each.flags.join())}::text[],
        ${written.map((each) => each.deviceHash !== null && owners.get(phoneOf(each)) !== each.memberId)}::boolean[],
        ${written.map((each) => each.deviceHash)}::text[],
        ${written.map((each) => each.requestId)}::text[],
        ${written.map((each) => each.entryId)}::uuid[],
        ${written.map((each) => each.now.toISOString())}::timestamptz[]
      ) as s (meeting_id, member_id, state, at, how, flags, shared, device_hash, request_id, entry_id, now)
    ),
    changed as (
      update meetings_attendances a
      set state = s.state, at = s.at, how = s.how, request_id = s.request_id, reason = null, changed_at = s.now,
        flags = string_to_array(concat_ws(',', nullif(s.flags, ''), case when s.shared or s.member_id <> (
          select d.member_id from meetings_devices d
          where d.org_id = ${first.orgId} and d.meeting_id = s.meeting_id and d.device_hash = s.device_hash
        ) then 'shared-device' end), ',')
      from scans s
      where a.org_id = ${first.orgId} and a.meeting_id = s.meeting_id and a.member_id = s.member_id
        ${sql.raw(guard)}
      returning a.meeting_id, a.member_id, s.state, s.how, s.device_hash, s.entry_id, s.now
    ),
    audited as (
      insert into audit_entries (org_id, entry_id, at, actor_id, action, subject_id, detail)
      select ${first.orgId}::uuid, entry_id, now, member_id, 'meetings.checkIn', meeting_id, jsonb_build_object('state', state, 'how', how)
      from changed
    ),
    devices as (
      insert into meetings_devices (org_id, meeting_id, device_hash, member_id)
      select ${first.orgId}::uuid, meeting_id, device_hash, member_id from changed where device_hash is not null
      on conflict (org_id, meeting_id, device_hash) do nothing
    )
    select meeting_id as "meetingId", member_id as "memberId" from changed`.execute(database.db)
  const changed = new Set(rows.map((row) => `${row.meetingId} ${row.memberId}`))
  return arrivals.map((each) => changed.has(lineOf(each)) && written.includes(each))
}

const lineOf = (arrival: Arrival) => `${arrival.meetingId} ${arrival.memberId}`
const phoneOf = (arrival: Arrival) => `${arrival.meetingId} ${arrival.deviceHash}`

/** One arrival a line, since a statement changes each row once; and who used each phone first. */
function firstOfEach(arrivals: Arrival[]) {
  const lines = new Map<string, Arrival>()
  const owners = new Map<string, string>()
  for (const arrival of arrivals) {
    if (!lines.has(lineOf(arrival))) lines.set(lineOf(arrival), arrival)
    if (!owners.has(phoneOf(arrival))) owners.set(phoneOf(arrival), arrival.memberId)
  }
  return { written: [...lines.values()], owners }
}
