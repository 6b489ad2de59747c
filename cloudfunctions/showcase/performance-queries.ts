import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { PerformanceState } from './contract'
import type { Quarter, VerifiedTally } from './quarter'

export interface PerformanceRow {
  performanceId: string
  memberId: string
  name: string
  unitId: string
  unitName: string
  year: number
  quarter: number
  pledgeId: string | null
  projectId: string | null
  /** The pledge's text, or the project's name. */
  aboutText: string
  text: string
  figure: string | null
  figureUnit: string | null
  state: PerformanceState
  verifiedAt: Date | null
  comment: string | null
}

// A project that was given back may be thrown away as a draft; what was verified for it stays.
const selectFrom = (orgId: string) => sql`
  select e.performance_id as "performanceId", e.member_id as "memberId", m.name, e.unit_id as "unitId", u.name as "unitName",
    e.year, e.quarter, e.pledge_id as "pledgeId", e.project_id as "projectId", coalesce(p.text, j.name, '（已删除）') as "aboutText",
    e.text, trim_scale(e.figure)::text as figure, e.figure_unit as "figureUnit", e.state, e.verified_at as "verifiedAt",
    case when e.state = 'draft' then (select s.comment from showcase_submissions s
      where s.org_id = ${orgId} and s.subject_id = e.performance_id
      order by s.submitted_at desc, s.submission_id desc limit 1) end as comment
  from showcase_performances e
  join organisation_members m on m.org_id = ${orgId} and m.member_id = e.member_id and m.erased_at is null
  join organisation_units u on u.org_id = ${orgId} and u.unit_id = e.unit_id
  left join showcase_pledges p on p.org_id = ${orgId} and p.pledge_id = e.pledge_id
  left join showcase_projects j on j.org_id = ${orgId} and j.project_id = e.project_id`

export async function findPerformance(db: Db, orgId: string, performanceId: string): Promise<PerformanceRow | undefined> {
  const { rows } = await sql<PerformanceRow>`
    ${selectFrom(orgId)}
    where e.org_id = ${orgId} and e.performance_id = ${performanceId}`.execute(db)
  return rows[0]
}

interface Looked {
  orgId: string
  memberId: string
  /** What the caller may see. */
  states: readonly PerformanceState[]
}

/** A year's entries, the latest quarter first. */
export async function listPerformances(db: Db, { orgId, memberId, states }: Looked, year: number): Promise<PerformanceRow[]> {
  const { rows } = await sql<PerformanceRow>`
    ${selectFrom(orgId)}
    where e.org_id = ${orgId} and e.member_id = ${memberId} and e.year = ${year} and e.state = any(${states}::text[])
    order by e.quarter desc, e.created_at, e.performance_id`.execute(db)
  return rows
}

/** The years there is something of, the latest first. */
export async function performanceYears(db: Db, { orgId, memberId, states }: Looked): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from showcase_performances
    where org_id = ${orgId} and member_id = ${memberId} and state = any(${states}::text[])
    order by year desc`.execute(db)
  return rows.map(({ year }) => year)
}

/** Verified entries since a quarter, by quarter and unit; the sums are exact. */
export async function tallyVerified(db: Db, orgId: string, memberId: string, since: Quarter): Promise<VerifiedTally[]> {
  const { rows } = await sql<VerifiedTally>`
    select year, quarter, figure_unit as unit, count(*)::int as entries, trim_scale(sum(figure))::text as sum
    from showcase_performances
    where org_id = ${orgId} and member_id = ${memberId} and (year, quarter) >= (${since.year}::int, ${since.quarter}::int)
      and state = 'verified'
    group by year, quarter, figure_unit
    order by year, quarter, figure_unit`.execute(db)
  return rows
}

/** How many entries somebody has in a quarter, one left out. */
export async function countPerformances(
  db: Db,
  orgId: string,
  memberId: string,
  { year, quarter }: Quarter,
  except: string,
): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    select count(*)::int as entries from showcase_performances
    where org_id = ${orgId} and member_id = ${memberId} and year = ${year} and quarter = ${quarter} and performance_id <> ${except}`.execute(
    db,
  )
  return rows[0]?.entries ?? 0
}

type Written = Pick<
  Schema['showcase_performances'],
  'unit_id' | 'year' | 'quarter' | 'pledge_id' | 'project_id' | 'text' | 'figure' | 'figure_unit' | 'changed_at'
>

/** A draft, new or written anew. */
export async function putPerformance(
  db: Db,
  key: { org_id: string; performance_id: string; member_id: string },
  written: Written,
): Promise<void> {
  await db
    .insertInto('showcase_performances')
    .values({ ...key, ...written, state: 'draft', verified_at: null, created_at: written.changed_at })
    .onConflict((conflict) => conflict.columns(['org_id', 'performance_id']).doUpdateSet(written))
    .execute()
}

export async function changePerformance(
  db: Db,
  orgId: string,
  performanceId: string,
  change: Partial<Pick<Schema['showcase_performances'], 'state' | 'unit_id' | 'verified_at'>>,
): Promise<void> {
  await db
    .updateTable('showcase_performances')
    .set(change)
    .where('org_id', '=', orgId)
    .where('performance_id', '=', performanceId)
    .execute()
}

export async function removePerformance(db: Db, orgId: string, performanceId: string): Promise<void> {
  await db.deleteFrom('showcase_performances').where('org_id', '=', orgId).where('performance_id', '=', performanceId).execute()
}
