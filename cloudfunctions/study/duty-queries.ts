import { sql } from 'kysely'

/** Published tasks whose study is not finished. */
export const unfinishedStudy = (orgId: string) => sql`
  select 'study' as kind, t.task_id as subject_id, a.member_id, t.title, t.due_at
  from study_tasks t
  join study_assignments a on a.org_id = ${orgId} and a.task_id = t.task_id
  where t.org_id = ${orgId} and t.state = 'published' and a.done_at is null`
