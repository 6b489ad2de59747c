import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { type ShownRow, shown } from './task-queries'

interface Counts {
  assigned: number
  finished: number
}

/** People of a unit and of whatever stands below it: `people (member_id, home_id)`, home being their branch, or the unit where it is a group. */
const peopleOf = (orgId: string, unitId: string) => sql`
  with recursive tree as (
    select u.unit_id from organisation_units u where u.org_id = ${orgId} and u.unit_id = ${unitId}
    union
    select u.unit_id from tree join organisation_units u on u.org_id = ${orgId} and u.parent_id = tree.unit_id),
  people as (
    select m.member_id, m.unit_id as home_id from tree
    join organisation_members m on m.org_id = ${orgId} and m.unit_id = tree.unit_id and m.erased_at is null
    union all
    select m.member_id, m.group_id from organisation_members m
    where m.org_id = ${orgId} and m.group_id = ${unitId} and m.erased_at is null)`

const counts = sql`count(*)::int as assigned, (count(*) filter (where a.done_at is not null))::int as finished`

/**
 * What a unit has made and what units above it gave to its people, the latest first, with how many of the unit's people have it and have
 * finished it. Drafts are the unit's own.
 */
export async function listTasks(
  db: Db,
  orgId: string,
  unitId: string,
  { drafts, limit }: { drafts: boolean; limit: number },
): Promise<(ShownRow & Counts)[]> {
  const { rows } = await sql<ShownRow & Counts>`
    ${peopleOf(orgId, unitId)},
    above as (
      select u.unit_id, u.parent_id from organisation_units u where u.org_id = ${orgId} and u.unit_id = ${unitId}
      union
      select u.unit_id, u.parent_id from above join organisation_units u on u.org_id = ${orgId} and u.unit_id = above.parent_id)
    select ${shown}, coalesce(c.assigned, 0) as assigned, coalesce(c.finished, 0) as finished
    from study_tasks t
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = t.unit_id
    left join lateral (
      select ${counts} from people p
      join study_assignments a on a.org_id = ${orgId} and a.task_id = t.task_id and a.member_id = p.member_id) c on true
    where t.org_id = ${orgId} and t.unit_id in (select unit_id from above)
      and (t.unit_id = ${unitId} or c.assigned > 0) and ${drafts ? sql`(t.state <> 'draft' or t.unit_id = ${unitId})` : sql`t.state <> 'draft'`}
    order by t.created_at desc, t.task_id
    limit ${limit}`.execute(db)
  return rows
}

/** How many people of a unit have a task and have finished it, by branch, or of the unit itself where it is a group. */
export async function countByUnit(
  db: Db,
  orgId: string,
  taskId: string,
  unitId: string,
): Promise<(Counts & { unitId: string; name: string })[]> {
  const { rows } = await sql<Counts & { unitId: string; name: string }>`
    ${peopleOf(orgId, unitId)}
    select p.home_id as "unitId", u.name, ${counts}
    from people p
    join study_assignments a on a.org_id = ${orgId} and a.task_id = ${taskId} and a.member_id = p.member_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.home_id
    group by p.home_id, u.name, u.created_at
    order by u.created_at, p.home_id`.execute(db)
  return rows
}

export interface PersonRow {
  memberId: string
  name: string
  seconds: number
  bestMark: number | null
  doneAt: Date | null
}

/** Whoever is at home in the unit, or belongs to it where it is a group, and has the task; those who have not finished first. */
export async function listPeople(db: Db, orgId: string, taskId: string, unitId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select m.member_id as "memberId", m.name, a.seconds, a.best_mark as "bestMark", a.done_at as "doneAt"
    from organisation_members m
    join study_assignments a on a.org_id = ${orgId} and a.task_id = ${taskId} and a.member_id = m.member_id
    where m.org_id = ${orgId} and (m.unit_id = ${unitId} or m.group_id = ${unitId}) and m.erased_at is null
    order by a.done_at is not null, a.done_at, m.member_id`.execute(db)
  return rows
}

/** The Party's members there with their posts, in the order of the roster. */
export async function listMembers(db: Db, orgId: string, unitId: string): Promise<{ memberId: string; name: string; posts: string[] }[]> {
  const { rows } = await sql<{ memberId: string; name: string; posts: string[] }>`
    select m.member_id as "memberId", m.name,
      array(select p.post from organisation_posts p where p.org_id = ${orgId} and p.member_id = m.member_id) as posts
    from organisation_members m
    where m.org_id = ${orgId} and (m.unit_id = ${unitId} or m.group_id = ${unitId}) and m.erased_at is null
      and m.standing in ('full', 'probationary')
    order by m.member_id`.execute(db)
  return rows
}
