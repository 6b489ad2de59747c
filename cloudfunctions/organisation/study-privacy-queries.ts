import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** What the person was to study, how far they came, and their notes. */
export async function collectStudy(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(json_build_object('task', t.title, 'assignedAt', a.assigned_at, 'openedAt', a.opened_at, 'seconds', a.seconds,
          'bestMark', a.best_mark, 'attempts', a.attempts, 'doneAt', a.done_at) order by a.assigned_at, t.task_id)
         from study_assignments a join study_tasks t on t.org_id = ${orgId} and t.task_id = a.task_id
        where a.org_id = ${orgId} and a.member_id = ${memberId}) as study,
      (select json_agg(json_build_object('task', t.title, 'text', n.text, 'savedAt', n.saved_at) order by n.saved_at, t.task_id)
         from study_notes n join study_tasks t on t.org_id = ${orgId} and t.task_id = n.task_id
        where n.org_id = ${orgId} and n.member_id = ${memberId}) as "studyNotes"`.execute(db)
  return rows[0] ?? {}
}

/** Notes go, and what is still owed; what was finished stays without a name, because facts refer to it. */
export async function eraseStudy(db: Db, orgId: string, memberId: string): Promise<void> {
  await sql`delete from study_notes where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  await sql`delete from study_assignments a where a.org_id = ${orgId} and a.member_id = ${memberId} and a.done_at is null`.execute(db)
}
