import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { beyond, type Place } from '../kernel/keyset'
import type { BoardUnit } from './board-units'
import { type boardKinds, mostOverdueEach, type OverdueKind, overdueKinds } from './overdue-contract'
import { openDuties } from './queries'

const named = sql.join(overdueKinds)

export interface NamedUnit extends BoardUnit {
  name: string
}

export async function listUnits(db: Db, orgId: string, unitIds: readonly string[]): Promise<NamedUnit[]> {
  const { rows } = await sql<NamedUnit>`
    select unit_id as "unitId", kind, parent_id as "parentId", name from organisation_units
    where org_id = ${orgId} and unit_id = any(${unitIds}::uuid[])
    order by name, unit_id`.execute(db)
  return rows
}

export async function findUnitName(db: Db, orgId: string, unitId: string): Promise<string> {
  const [unit] = await listUnits(db, orgId, [unitId])
  return unit?.name ?? ''
}

export interface UnitTally {
  unitId: string
  kind: (typeof boardKinds)[number] | null
  /** Duties of the kind; people where there is none. */
  count: number
}

/** How much is overdue by unit and kind, and by how many people in each unit; `units` are branches or groups, people belong to both. */
export async function countOverdue(db: Db, orgId: string, units: readonly string[], now: Date): Promise<UnitTally[]> {
  const { rows } = await sql<UnitTally>`
    with late as materialized (
      select u.unit_id, u.kind = 'group' as small, d.kind, d.member_id
      from ${openDuties(orgId)} d
      join organisation_members m on m.org_id = ${orgId} and m.member_id = d.member_id and m.erased_at is null
      join organisation_units u on u.org_id = ${orgId} and u.unit_id in (m.unit_id, m.group_id)
      where u.unit_id = any(${units}::uuid[]) and d.kind in (${named}, 'review') and d.due_at < ${now}::timestamptz)
    select unit_id as "unitId", kind, count(*)::int as count from late where kind <> 'review' or not small group by 1, 2
    union all
    select unit_id, null, count(distinct member_id)::int from late where kind in (${named}) group by 1`.execute(db)
  return rows
}

export interface LatePerson {
  memberId: string
  name: string
  since: Date
  count: number
  duties: { kind: OverdueKind; subjectId: string; title: string; dueAt: string }[]
}

/** Who of a unit (or of its groups) is late with what, whoever waits longest first. */
export async function listOverdue(
  db: Db,
  orgId: string,
  unitId: string,
  now: Date,
  after: Place | null,
  limit: number,
): Promise<LatePerson[]> {
  const { rows } = await sql<LatePerson>`
    with late as materialized (
      select d.*, m.name, row_number() over (partition by d.member_id order by d.due_at, d.kind, d.subject_id) as place
      from ${openDuties(orgId)} d
      join organisation_members m on m.org_id = ${orgId} and m.member_id = d.member_id and m.erased_at is null
      where (m.unit_id = ${unitId} or m.group_id = ${unitId}) and d.kind in (${named}) and d.due_at < ${now}::timestamptz),
    people as (
      select member_id, name, min(due_at) as since, count(*)::int as count,
        json_agg(json_build_object('kind', kind, 'subjectId', subject_id, 'title', title, 'dueAt', due_at) order by place)
          filter (where place <= ${mostOverdueEach}) as duties
      from late group by member_id, name)
    select member_id as "memberId", name, since, count, duties from people
    where ${beyond(sql`since`, sql`member_id::text`, after)}
    order by since, member_id::text collate "C"
    limit ${limit}`.execute(db)
  return rows
}
