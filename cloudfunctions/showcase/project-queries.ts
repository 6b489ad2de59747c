import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { ProjectKind, ProjectState } from './contract'

export interface ProjectRow {
  projectId: string
  memberId: string
  unitId: string
  unitName: string
  year: number
  kind: ProjectKind
  name: string
  goal: string
  dueOn: string
  state: ProjectState
  result: string | null
  /** The subject of the result's evidence. */
  resultId: string | null
  stopReason: string | null
  approvedAt: Date | null
  settledAt: Date | null
}

const columns = sql`
  p.project_id as "projectId", p.member_id as "memberId", p.unit_id as "unitId", u.name as "unitName", p.year, p.kind, p.name, p.goal, p.due_on as "dueOn",
  p.state, p.result, p.result_id as "resultId", p.stop_reason as "stopReason", p.approved_at as "approvedAt", p.settled_at as "settledAt"`

export async function findProject(db: Db, orgId: string, projectId: string): Promise<ProjectRow | undefined> {
  const { rows } = await sql<ProjectRow>`
    select ${columns} from showcase_projects p
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.unit_id
    where p.org_id = ${orgId} and p.project_id = ${projectId}`.execute(db)
  return rows[0]
}

/** The project a milestone is a step of. */
export async function findProjectOf(db: Db, orgId: string, milestoneId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('showcase_milestones')
    .select('project_id')
    .where('org_id', '=', orgId)
    .where('milestone_id', '=', milestoneId)
    .executeTakeFirst()
  return row?.project_id
}

export interface ListedProject extends ProjectRow {
  milestones: number
  met: number
}

/** Somebody's projects of a year in these states, by due day. */
export async function listProjects(
  db: Db,
  orgId: string,
  { memberId, year, states }: { memberId: string; year: number; states: readonly ProjectState[] },
): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    select ${columns}, m.milestones, m.met
    from showcase_projects p
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.unit_id
    cross join lateral (
      select count(*)::int as milestones, count(met_at)::int as met from showcase_milestones
      where org_id = ${orgId} and project_id = p.project_id) m
    where p.org_id = ${orgId} and p.member_id = ${memberId} and p.year = ${year} and p.state = any(${states}::text[])
    order by p.due_on, p.project_id`.execute(db)
  return rows
}

/** The years there is something of in these states, the latest first. */
export async function listProjectYears(db: Db, orgId: string, memberId: string, states: readonly ProjectState[]): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from showcase_projects
    where org_id = ${orgId} and member_id = ${memberId} and state = any(${states}::text[])
    order by year desc`.execute(db)
  return rows.map(({ year }) => year)
}

/** How many projects somebody has in a year in these states, one of them left out. */
export async function countOtherProjects(
  db: Db,
  orgId: string,
  { memberId, year, projectId }: Pick<ProjectRow, 'memberId' | 'year' | 'projectId'>,
  states: readonly ProjectState[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from showcase_projects
    where org_id = ${orgId} and member_id = ${memberId} and year = ${year} and project_id <> ${projectId}
      and state = any(${states}::text[])`.execute(db)
  return rows[0]?.count ?? 0
}

export const addProject = (db: Db, row: Insertable<Schema['showcase_projects']>) => db.insertInto('showcase_projects').values(row).execute()

export const changeProject = (db: Db, orgId: string, projectId: string, change: Updateable<Schema['showcase_projects']>) =>
  db.updateTable('showcase_projects').set(change).where('org_id', '=', orgId).where('project_id', '=', projectId).execute()

export async function removeProject(db: Db, orgId: string, projectId: string): Promise<void> {
  await removeMilestones(db, orgId, projectId)
  await db.deleteFrom('showcase_projects').where('org_id', '=', orgId).where('project_id', '=', projectId).execute()
}

export interface MilestoneRow {
  milestoneId: string
  text: string
  dueOn: string
  metAt: Date | null
  note: string | null
}

/** The steps of a project, in their order. */
export async function listMilestones(db: Db, orgId: string, projectId: string): Promise<MilestoneRow[]> {
  const { rows } = await sql<MilestoneRow>`
    select milestone_id as "milestoneId", text, due_on as "dueOn", met_at as "metAt", note from showcase_milestones
    where org_id = ${orgId} and project_id = ${projectId}
    order by place`.execute(db)
  return rows
}

export const addMilestones = (db: Db, rows: Insertable<Schema['showcase_milestones']>[]) =>
  db.insertInto('showcase_milestones').values(rows).execute()

export const removeMilestones = (db: Db, orgId: string, projectId: string) =>
  db.deleteFrom('showcase_milestones').where('org_id', '=', orgId).where('project_id', '=', projectId).execute()

/** Keeps the moment it was met first. */
export async function meet(db: Db, orgId: string, milestoneId: string, note: string, now: Date): Promise<void> {
  await sql`
    update showcase_milestones set note = ${note}, met_at = coalesce(met_at, ${now}::timestamptz)
    where org_id = ${orgId} and milestone_id = ${milestoneId}`.execute(db)
}
