import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import { beyond, type Place } from '../kernel/keyset'

export interface AskedRow extends Place {
  meetingId: string
  memberId: string
  name: string
  unitId: string
  unitName: string
  title: string
  startsAt: Date
}

/** What waits at these units: `units` is the right side of a comparison, `any (…)`. */
const leaveAsked = (orgId: string, units: RawBuilder<unknown>) => sql`
  from meetings_leave_requests l
  join meetings t on t.org_id = ${orgId} and t.meeting_id = l.meeting_id
  join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = l.meeting_id and a.member_id = l.member_id
  where l.org_id = ${orgId} and l.state = 'asked' and t.unit_id = ${units}
    and t.state in ('scheduled', 'open') and a.state not in ('present', 'late')`

const makeUpsHandedIn = (orgId: string, units: RawBuilder<unknown>) => sql`
  from meetings_make_ups l
  join meetings t on t.org_id = ${orgId} and t.meeting_id = l.meeting_id
  where l.org_id = ${orgId} and l.state = 'handed-in' and t.unit_id = ${units}`

const leaveKey = sql`'leave ' || l.meeting_id::text || ' ' || l.member_id::text`
const makeUpKey = sql`'make-up ' || l.meeting_id::text || ' ' || l.member_id::text`

/** Leave that can still be granted: the meeting is not over, and whoever asked did not come after all. Oldest first. */
export const listLeaveAsked = (db: Db, orgId: string, unitIds: readonly string[], after: Place | null, limit: number) =>
  list<AskedRow & { reason: string }>(db, orgId, {
    at: sql`l.asked_at`,
    key: leaveKey,
    columns: sql`l.reason`,
    rows: leaveAsked(orgId, sql`any(${unitIds}::uuid[])`),
    ...{ after, limit },
  })

/** Make-ups that somebody handed in and nobody has read. Oldest first. */
export const listMakeUpsHandedIn = (db: Db, orgId: string, unitIds: readonly string[], after: Place | null, limit: number) =>
  list<AskedRow & { instructions: string; note: string }>(db, orgId, {
    at: sql`l.handed_in_at`,
    key: makeUpKey,
    columns: sql`l.instructions, coalesce(l.note, '') as note`,
    rows: makeUpsHandedIn(orgId, sql`any(${unitIds}::uuid[])`),
    ...{ after, limit },
  })

interface List {
  at: RawBuilder<unknown>
  key: RawBuilder<unknown>
  columns: RawBuilder<unknown>
  rows: RawBuilder<unknown>
  after: Place | null
  limit: number
}

async function list<Row>(db: Db, orgId: string, { at, key, columns, rows: waiting, after, limit }: List): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.*, p.name, u.name as "unitName" from (
      select ${at} as at, ${key} as key, l.meeting_id as "meetingId", l.member_id as "memberId", t.unit_id as "unitId", t.title,
        t.starts_at as "startsAt", ${columns}
      ${waiting} and ${beyond(at, sql`(${key})`, after)}
      order by ${at}, (${key}) collate "C"
      limit ${limit}) w
    join organisation_members p on p.org_id = ${orgId} and p.member_id = w."memberId"
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = w."unitId"
    order by w.at, w.key collate "C"`.execute(db)
  return rows
}

/** How many of both wait, as part of a larger statement. */
export const countAsked = (orgId: string, units: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (select count(*) ${leaveAsked(orgId, units)}) + (select count(*) ${makeUpsHandedIn(orgId, units)})`
