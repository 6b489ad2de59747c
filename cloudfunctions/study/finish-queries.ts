import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Asked } from './finished'

type Progress = Asked & { opened: boolean; seconds: number; bestMark: number | null; doneAt: Date | null }

/** Who says so, and when; nobody in particular where time has passed or a meeting has closed. */
export interface Author {
  db: Db
  now: Date
  actor: { orgId: string; memberId: string | null }
}

/** What a published task asks and how far this person is, locked until the transaction ends; undefined where they have no such task. */
export async function lockProgress(db: Db, orgId: string, taskId: string, memberId: string): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`
    select t.kind, t.required_minutes as "requiredMinutes", t.pass_mark as "passMark",
      (a.opened_at is not null or a.attempts > 0) as opened, a.seconds, a.best_mark as "bestMark", a.done_at as "doneAt"
    from study_assignments a
    join study_tasks t on t.org_id = ${orgId} and t.task_id = a.task_id
    where a.org_id = ${orgId} and a.task_id = ${taskId} and a.member_id = ${memberId} and t.state = 'published'
    for update of a`.execute(db)
  return rows[0]
}

/** Writes down that somebody has finished the task, once, with the fact of it. */
export async function finish({ db, actor, now }: Author, taskId: string, memberId: string): Promise<void> {
  await sql`
    with done as (
      update study_assignments a set done_at = ${now}::timestamptz
      where a.org_id = ${actor.orgId} and a.task_id = ${taskId} and a.member_id = ${memberId} and a.done_at is null
      returning a.task_id, a.member_id)
    ${writeFactsOfDone({ db, actor, now })}`.execute(db)
}

/** The fact of each row of `done (task_id, member_id)`. Ids are made in the database here because the rows are. */
export const writeFactsOfDone = ({ actor, now }: Author) => sql`
  insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, quantity, author_id, recorded_at)
  select ${actor.orgId}::uuid, gen_random_uuid(), 'study-finished', d.member_id, m.unit_id, ${now}::timestamptz, t.task_id, t.kind,
    t.credit_minutes, ${actor.memberId}::uuid, ${now}::timestamptz
  from done d
  join study_tasks t on t.org_id = ${actor.orgId} and t.task_id = d.task_id
  join organisation_members m on m.org_id = ${actor.orgId} and m.member_id = d.member_id`
