import { sql } from 'kysely'
import type { Actor, SessionKey } from '../kernel/action'
import type { Database } from '../kernel/database'
import { planOnce } from '../kernel/plan-once'
import { joinHolders } from '../kernel/sessions'
import type { AttendanceFlag, AttendanceState, AttendanceWay, MeetingState } from './contract'

/** The meeting a code leads to. */
export interface CodeMeeting {
  meetingId: string
  title: string
  state: MeetingState
  startsAt: Date
  closedAt: Date | null
  secret: string
}

/** What a scan asks of the line of whoever scans. */
export interface Arrival {
  state: 'present' | 'late'
  at: Date
  how: 'scan' | 'offline'
  /** Beside `shared-device`, which the statement finds out itself. */
  flags: AttendanceFlag[]
}

export interface ScanRequest {
  session: SessionKey
  now: Date
  /** Null where the code leads to no meeting: then only the session is looked at. */
  meetingId: string | null
  deviceHash: string | null
  requestId: string
  entryId: string
  /** Null changes nothing and only looks. */
  arrival: Arrival | null
}

export interface ScanAnswer {
  name: string
  /** Null where the line changed; otherwise what stood in the way can be judged from this. */
  seen: Seen | null
}

/** One moment's view of the caller, the meeting and their line. */
export interface Seen {
  actor: Actor
  meeting: { state: MeetingState; startsAt: Date; closedAt: Date | null } | null
  line: { state: AttendanceState; how: AttendanceWay | null; at: Date | null; requestId: string | null; frozen: boolean } | null
  /** Another member already used this phone in this meeting. */
  sharedDevice: boolean
}

export interface Code {
  orgId: string
  tag: string
}

/** The meetings of one organisation that codes lead to, in the same order. */
export async function findMeetings(database: Database, codes: Code[]): Promise<(CodeMeeting | null)[]> {
  const { rows } = await sql<CodeMeeting & { tag: string }>`
    select code_tag as tag, meeting_id as "meetingId", title, state, starts_at as "startsAt", closed_at as "closedAt", code_secret as secret
    from meetings
    where org_id = ${codes[0]?.orgId} and code_tag = any(${codes.map(({ tag }) => tag)}::text[])`.execute(database.db)
  const byTag = new Map(rows.map(({ tag, ...meeting }) => [tag, meeting]))
  return codes.map(({ tag }) => byTag.get(tag) ?? null)
}

/**
 * Only a line that has not arrived and is not frozen changes. PostgreSQL looks at it again after waiting for
 * another transaction, so of any number of scans at once exactly one changes it; the others find it arrived.
 */
export const guard = "and a.state not in ('present', 'late') and not a.frozen"

/**
 * One statement, and so one commit, for all that scan at the same moment: who holds the session, the change of the line,
 * its audit entry, the phone, and for those whose line did not change, what is there instead.
 * All requests are of one organisation. Where several are about one line, the first changes it.
 */
export async function writeScans(database: Database, requests: ScanRequest[]): Promise<(ScanAnswer | null)[]> {
  const orgId = requests[0]?.session.orgId ?? ''
  const { rows } = await sql<ScanRow>`${planOnce}
    with scans as (
      select s.*, t.session_id, p.member_id, p.name, p.unit_id, p.group_id
      from unnest(
        ${requests.map((each) => each.session.tokenHash)}::text[],
        ${requests.map((each) => each.now.toISOString())}::timestamptz[],
        ${requests.map((each) => each.meetingId)}::uuid[],
        ${requests.map((each) => each.arrival?.state ?? null)}::text[],
        ${requests.map((each) => each.arrival?.at.toISOString() ?? null)}::timestamptz[],
        ${requests.map((each) => each.arrival?.how ?? null)}::text[],
        ${requests.map((each) => each.arrival?.flags.join() ?? null)}::text[],
        ${requests.map((each) => each.deviceHash)}::text[],
        ${requests.map((each) => each.requestId)}::text[],
        ${requests.map((each) => each.entryId)}::uuid[]
      ) with ordinality as s (token_hash, now, meeting_id, state, at, how, flags, device_hash, request_id, entry_id, position)
      ${joinHolders(orgId)}
    ),
    arrivals as (
      select distinct on (meeting_id, member_id) *, first_value(member_id) over (partition by meeting_id, device_hash order by position) as first_user
      from scans where state is not null
      order by meeting_id, member_id, position
    ),
    changed as (
      update meetings_attendances a
      set state = s.state, at = s.at, how = s.how, request_id = s.request_id, reason = null, changed_at = s.now,
        flags = string_to_array(concat_ws(',', nullif(s.flags, ''), case when s.device_hash is not null and s.member_id <> coalesce((
          select d.member_id from meetings_devices d
          where d.org_id = ${orgId} and d.meeting_id = s.meeting_id and d.device_hash = s.device_hash
        ), s.first_user) then 'shared-device' end), ',')
      from arrivals s
      where a.org_id = ${orgId} and a.meeting_id = s.meeting_id and a.member_id = s.member_id
        ${sql.raw(guard)}
      returning s.position, a.meeting_id, a.member_id, s.state, s.how, s.now, s.device_hash, s.entry_id
    ),
    audited as (
      insert into audit_entries (org_id, entry_id, at, actor_id, action, subject_id, detail)
      select ${orgId}::uuid, entry_id, now, member_id, 'meetings.checkIn', meeting_id, jsonb_build_object('state', state, 'how', how)
      from changed
    ),
    devices as (
      insert into meetings_devices (org_id, meeting_id, device_hash, member_id)
      select ${orgId}::uuid, meeting_id, device_hash, member_id from changed where device_hash is not null order by position
      on conflict (org_id, meeting_id, device_hash) do nothing
    )
    select s.position::int, s.member_id as "memberId", s.name, case when c.position is null then json_build_object(
      'actor', json_build_object('memberId', s.member_id, 'sessionId', s.session_id, 'name', s.name, 'unitId', s.unit_id, 'groupId', s.group_id),
      'meeting', (select json_build_object('state', m.state, 'startsAt', m.starts_at, 'closedAt', m.closed_at)
        from meetings m where m.org_id = ${orgId} and m.meeting_id = s.meeting_id),
      'line', (select json_build_object('state', a.state, 'how', a.how, 'at', a.at, 'requestId', a.request_id, 'frozen', a.frozen)
        from meetings_attendances a where a.org_id = ${orgId} and a.meeting_id = s.meeting_id and a.member_id = s.member_id),
      'sharedDevice', exists (select from meetings_devices d
        where d.org_id = ${orgId} and d.meeting_id = s.meeting_id and d.device_hash = s.device_hash and d.member_id <> s.member_id)
    ) end as seen
    from scans s left join changed c on c.position = s.position`.execute(database.db)
  return answersTo(requests, rows)
}

interface ScanRow {
  position: number
  memberId: string
  name: string
  /** JSON has no dates. */
  seen: Written<Seen> | null
}

type Written<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Written<T[Key]> } : T

function answersTo(requests: ScanRequest[], rows: ScanRow[]): (ScanAnswer | null)[] {
  const lineOf = ({ position, memberId }: ScanRow) => `${requests[position - 1]?.meetingId} ${memberId}`
  const changed = new Map(rows.filter((row) => !row.seen).map((row) => [lineOf(row), requests[row.position - 1]]))
  const answers: (ScanAnswer | null)[] = requests.map(() => null)
  for (const row of rows) {
    const request = requests[row.position - 1]
    const first = row.seen && changed.get(lineOf(row))
    answers[row.position - 1] = { name: row.name, seen: row.seen && request ? readSeen(row.seen, request, first) : null }
  }
  return answers
}

const dateOrNull = (text: string | null) => (text === null ? null : new Date(text))

/** A statement does not see its own change of a line, so what the `first` request about it wrote is put in its place. */
function readSeen(
  { actor, meeting, line, sharedDevice }: Written<Seen>,
  { session }: ScanRequest,
  first: ScanRequest | undefined | null,
): Seen {
  const written = first?.arrival && { ...first.arrival, requestId: first.requestId, frozen: false }
  return {
    actor: { ...actor, orgId: session.orgId },
    meeting: meeting && { state: meeting.state, startsAt: new Date(meeting.startsAt), closedAt: dateOrNull(meeting.closedAt) },
    line: written ?? (line && { ...line, at: dateOrNull(line.at) }),
    sharedDevice,
  }
}
