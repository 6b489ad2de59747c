import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'

/**
 * Everybody the chosen tasks `t` are for, as the roster is now: `audience (task_id, member_id)`. People of the task's unit and of
 * whatever stands below it, of its standings and, where it names posts, holding one of them.
 */
const audience = (orgId: string, chosen: RawBuilder<unknown>) => sql`
  with recursive chosen as (
    select t.task_id, t.unit_id, t.standings, t.posts from study_tasks t where t.org_id = ${orgId} and ${chosen}),
  covered as (
    select c.task_id, c.unit_id from chosen c
    union
    select c.task_id, u.unit_id from covered c join organisation_units u on u.org_id = ${orgId} and u.parent_id = c.unit_id),
  people as (
    select c.task_id, m.member_id, m.standing from covered c
    join organisation_members m on m.org_id = ${orgId} and m.unit_id = c.unit_id and m.erased_at is null
    union
    -- A group is nobody's home: its people are at home in the branch.
    select c.task_id, m.member_id, m.standing from chosen c
    join organisation_members m on m.org_id = ${orgId} and m.group_id = c.unit_id and m.erased_at is null),
  audience as (
    select p.task_id, p.member_id from people p
    join chosen c on c.task_id = p.task_id and p.standing = any(c.standings)
    where c.posts = '{}' or exists (select from organisation_posts h
      where h.org_id = ${orgId} and h.member_id = p.member_id and h.post = any(c.posts)))`

/** Gives a task to everybody it is for; answers to whom. */
export async function assignAudience(db: Db, orgId: string, taskId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`
    ${audience(orgId, sql`t.task_id = ${taskId}`)}
    insert into study_assignments (org_id, task_id, member_id, assigned_at)
    select ${orgId}::uuid, a.task_id, a.member_id, ${now}::timestamptz from audience a
    on conflict (org_id, task_id, member_id) do nothing
    returning member_id`.execute(db)
  return rows.map((row) => row.member_id)
}

/** Gives published tasks that are not yet due to people who came since, `limit` at most; answers to whom. */
export async function assignNewcomers(db: Db, orgId: string, now: Date, limit: number): Promise<{ taskId: string; memberId: string }[]> {
  const { rows } = await sql<{ taskId: string; memberId: string }>`
    ${audience(orgId, sql`t.state = 'published' and t.due_at > ${now}`)}
    insert into study_assignments (org_id, task_id, member_id, assigned_at)
    select ${orgId}::uuid, a.task_id, a.member_id, ${now}::timestamptz from audience a
    where not exists (select from study_assignments s where s.org_id = ${orgId} and s.task_id = a.task_id and s.member_id = a.member_id)
    limit ${limit}
    on conflict (org_id, task_id, member_id) do nothing
    returning task_id as "taskId", member_id as "memberId"`.execute(db)
  return rows
}

/** Organisations with a task somebody might come to. */
export async function studyingOrganisations(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ orgId: string }>`
    select o.org_id as "orgId" from organisations o
    where exists (select from study_tasks t where t.org_id = o.org_id and t.state = 'published' and t.due_at > ${now})`.execute(db)
  return rows.map((row) => row.orgId)
}
