import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { AttendanceState } from './contract'

interface Named {
  id: string
  name: string
}

export interface RecordText {
  chair: Named | null
  recorder: Named | null
  discussion: string
  resolutions: string[]
}

export interface RecordRow {
  revision: number
  version: number
  draft: (RecordText & { savedAt: Date; savedBy: string }) | null
}

const personNamed = (orgId: string, column: 'chair_id' | 'recorder_id') => sql`
  (select json_build_object('id', p.member_id, 'name', p.name) from organisation_members p
    where p.org_id = ${orgId} and p.member_id = ${sql.ref(`r.${column}`)})`

/** The state of a meeting's record; nothing has been written while there is no row. */
export async function findRecord(db: Db, orgId: string, meetingId: string): Promise<RecordRow> {
  const { rows } = await sql<RecordText & { revision: number; version: number; savedAt: Date | null; savedBy: string | null }>`
    select r.revision, r.version, r.discussion, r.resolutions, r.saved_at as "savedAt", s.name as "savedBy",
      ${personNamed(orgId, 'chair_id')} as chair, ${personNamed(orgId, 'recorder_id')} as recorder
    from meetings_records r
    left join organisation_members s on s.org_id = ${orgId} and s.member_id = r.saved_by
    where r.org_id = ${orgId} and r.meeting_id = ${meetingId}`.execute(db)
  const [row] = rows
  if (!row) return { revision: 0, version: 0, draft: null }
  const { revision, version, savedAt, savedBy, ...text } = row
  return { revision, version, draft: savedAt && { ...text, savedAt, savedBy: savedBy ?? '' } }
}

export interface VersionRow extends RecordText {
  version: number
  reason: string | null
  confirmedBy: string
  confirmedAt: Date
}

export async function findVersion(db: Db, orgId: string, meetingId: string, version: number): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select r.version, r.discussion, r.resolutions, r.reason, c.name as "confirmedBy", r.confirmed_at as "confirmedAt",
      ${personNamed(orgId, 'chair_id')} as chair, ${personNamed(orgId, 'recorder_id')} as recorder
    from meetings_record_versions r
    join organisation_members c on c.org_id = ${orgId} and c.member_id = r.confirmed_by
    where r.org_id = ${orgId} and r.meeting_id = ${meetingId} and r.version = ${version}`.execute(db)
  return rows[0]
}

/** Latest first, without the texts. */
export const listVersions = (db: Db, orgId: string, meetingId: string) =>
  db
    .selectFrom('meetings_record_versions as r')
    .innerJoin('organisation_members as c', (join) => join.on('c.org_id', '=', orgId).onRef('c.member_id', '=', 'r.confirmed_by'))
    .select(['r.version', 'r.reason', 'c.name as confirmedBy', 'r.confirmed_at as confirmedAt'])
    .where('r.org_id', '=', orgId)
    .where('r.meeting_id', '=', meetingId)
    .orderBy('r.version', 'desc')
    .execute()

interface Draft {
  revision: number
  chair_id: string | null
  recorder_id: string | null
  discussion: string
  resolutions: string[]
  saved_by: string
  saved_at: Date
}

export const putDraft = (db: Db, orgId: string, meetingId: string, draft: Draft) =>
  db
    .insertInto('meetings_records')
    .values({ org_id: orgId, meeting_id: meetingId, version: 0, ...draft })
    .onConflict((conflict) => conflict.columns(['org_id', 'meeting_id']).doUpdateSet(draft))
    .execute()

/** There is no draft any more; `version` is the confirmed one that holds. */
export const endDraft = (db: Db, orgId: string, meetingId: string, { revision, version }: { revision: number; version: number }) =>
  db
    .updateTable('meetings_records')
    .set({ revision, version, chair_id: null, recorder_id: null, discussion: '', resolutions: [], saved_by: null, saved_at: null })
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .execute()

interface NewVersion {
  version: number
  chair_id: string
  recorder_id: string
  discussion: string
  resolutions: string[]
  reason: string | null
  confirmed_by: string
  confirmed_at: Date
}

export const addVersion = (db: Db, orgId: string, meetingId: string, version: NewVersion) =>
  db
    .insertInto('meetings_record_versions')
    .values({ org_id: orgId, meeting_id: meetingId, ...version })
    .execute()

/** Which of these are people of this organisation who are still there. */
export async function knownPeople(db: Db, orgId: string, memberIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('organisation_members')
    .select('member_id')
    .where('org_id', '=', orgId)
    .where('member_id', 'in', memberIds)
    .where('erased_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.member_id))
}

export interface OfficerRow {
  id: string
  name: string
  state: AttendanceState | null
}

/** Who may have presided: the unit's leading officers in the order of their posts, with what became of them in this meeting. */
export async function listLeading(db: Db, orgId: string, unitId: string, meetingId: string): Promise<OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select p.member_id as id, m.name, a.state
    from organisation_posts p
    join organisation_members m on m.org_id = ${orgId} and m.member_id = p.member_id
    left join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = ${meetingId} and a.member_id = p.member_id
    where p.org_id = ${orgId} and p.unit_id = ${unitId} and p.post in ('secretary', 'deputy-secretary', 'group-leader')
    order by array_position(array['secretary', 'deputy-secretary', 'group-leader'], p.post), p.since, p.member_id`.execute(db)
  return rows
}

/** Of who is on the list, as what, and why. Not a time: two changes may become visible in another order than they are dated. */
export async function attendanceFingerprint(db: Db, orgId: string, meetingId: string): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select md5(coalesce(string_agg(concat_ws(' ', member_id, state, coalesce(how, '-'), counted, reason), ',' order by member_id), '')) as fingerprint
    from meetings_attendances where org_id = ${orgId} and meeting_id = ${meetingId}`.execute(db)
  return rows[0]?.fingerprint ?? ''
}

export interface AttendeeRow {
  memberId: string
  name: string
  state: AttendanceState
  counted: boolean
  reason: string | null
  remote: boolean
}

/** Everyone on the list in the order of the roster; whoever was granted leave without a word of the organiser has the reason they gave. */
export async function listAttendees(db: Db, orgId: string, meetingId: string): Promise<AttendeeRow[]> {
  const { rows } = await sql<AttendeeRow>`
    select a.member_id as "memberId", p.name, a.state, a.counted, coalesce(a.reason, l.reason) as reason,
      coalesce(a.how = 'remote', false) as remote
    from meetings_attendances a
    join organisation_members p on p.org_id = ${orgId} and p.member_id = a.member_id
    left join meetings_leave_requests l on l.org_id = ${orgId} and l.meeting_id = a.meeting_id and l.member_id = a.member_id
      and l.state = 'granted' and a.state = 'excused'
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId}
    order by a.counted desc, p.member_id`.execute(db)
  return rows
}
