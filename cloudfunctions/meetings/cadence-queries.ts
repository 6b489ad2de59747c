import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { BranchShape, Obligor, Tally } from './cadence'
import { type CadenceKind, cadenceKinds } from './cadence-contract'
import type { MeetingState } from './contract'

/** 支部工作条例 第十条: a committee has three members at least; a secretary alone is none. */
const committeeSize = 3

export interface BranchRow extends BranchShape {
  unitName: string
  groups: (Obligor & { name: string })[]
}

/** Those of the units that are branches, in the order of their founding; a committee is there since its third member took office. */
export async function listBranches(db: Db, orgId: string, unitIds: readonly string[]): Promise<BranchRow[]> {
  const { rows } = await sql<Omit<BranchRow, 'groups'> & { groups: { unitId: string; name: string; since: string }[] }>`
    select u.unit_id as "unitId", u.name as "unitName", u.created_at as since, c.since as "committeeSince", coalesce(g.groups, '[]') as groups
    from organisation_units u
    left join (
      select parent_id, json_agg(json_build_object('unitId', unit_id, 'name', name, 'since', created_at) order by unit_id) as groups
      from organisation_units where org_id = ${orgId} and kind = 'group' and parent_id = any(${unitIds}::uuid[])
      group by parent_id
    ) g on g.parent_id = u.unit_id
    left join (
      select unit_id, (array_agg(since order by since))[${sql.lit(committeeSize)}] as since
      from (
        select unit_id, member_id, min(since) as since from organisation_posts
        where org_id = ${orgId} and unit_id = any(${unitIds}::uuid[]) and post not in ('group-leader', 'leader', 'administrator')
        group by unit_id, member_id
      ) officers group by unit_id
    ) c on c.unit_id = u.unit_id
    where u.org_id = ${orgId} and u.unit_id = any(${unitIds}::uuid[]) and u.kind = 'branch'
    order by u.unit_id`.execute(db)
  return rows.map((row) => ({ ...row, groups: row.groups.map((group) => ({ ...group, since: new Date(group.since) })) }))
}

export interface Span {
  from: Date
  until: Date
}

/** How many units' meetings of a span come to: closed ones are held, one that is open or still to come is planned. One statement for any number of units. */
export const tallies = (orgId: string, unitIds: readonly string[], { from, until }: Span, now: Date): RawBuilder<Tally> => sql<Tally>`
  select m.unit_id as "unitId", m.kind,
    coalesce(array_agg(extract(month from m.starts_at at time zone interval '8 hours')::int) filter (where m.state = 'closed'), '{}') as held,
    coalesce(array_agg(extract(month from m.starts_at at time zone interval '8 hours')::int) filter (where m.state <> 'closed'), '{}') as planned
  from meetings m
  where m.org_id = ${orgId} and m.unit_id = any(${unitIds}::uuid[]) and m.starts_at >= ${from} and m.starts_at < ${until}
    and ${counts(now)}
  group by m.unit_id, m.kind`

export const countMeetings = async (db: Db, orgId: string, unitIds: readonly string[], span: Span, now: Date): Promise<Tally[]> =>
  (await tallies(orgId, unitIds, span, now).execute(db)).rows

/** Cancelled ones do not count, nor does what was arranged and never begun. */
const counts = (now: Date) => sql`
  m.kind = any(${[...cadenceKinds]}::text[]) and (m.state in ('closed', 'open') or (m.state = 'scheduled' and m.starts_at >= ${now}))`

export interface CountedRow {
  meetingId: string
  unitId: string
  kind: CadenceKind
  title: string
  startsAt: Date
  state: MeetingState
  arrived: number
}

/** The meetings behind those counts, earliest first. */
export async function listCounted(
  db: Db,
  orgId: string,
  unitIds: readonly string[],
  { from, until }: Span,
  now: Date,
): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select m.meeting_id as "meetingId", m.unit_id as "unitId", m.kind, m.title, m.starts_at as "startsAt", m.state,
      (select count(*)::int from meetings_attendances a
        where a.org_id = ${orgId} and a.meeting_id = m.meeting_id and a.counted and a.state in ('present', 'late')) as arrived
    from meetings m
    where m.org_id = ${orgId} and m.unit_id = any(${unitIds}::uuid[]) and m.starts_at >= ${from} and m.starts_at < ${until}
      and ${counts(now)}
    order by m.starts_at, m.meeting_id`.execute(db)
  return rows
}
