import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'
import type { MaterialKind, TaskState } from './contract'

/** A task as every list shows it. */
export interface ShownRow {
  taskId: string
  unitId: string
  unitName: string
  kind: MaterialKind
  title: string
  state: TaskState
  dueAt: Date
  requiredMinutes: number
  creditMinutes: number
  passMark: number | null
  questionCount: number | null
  mostAttempts: number | null
}

export interface TaskRow extends ShownRow {
  text: string
  url: string | null
  fileId: string | null
  meetingId: string | null
  standings: string[]
  posts: string[]
  withdrawReason: string | null
}

/** Of the task `t` and its unit `u`. */
export const shown = sql`
  t.task_id as "taskId", t.unit_id as "unitId", u.name as "unitName", t.kind, t.title, t.state, t.due_at as "dueAt",
  t.required_minutes as "requiredMinutes", t.credit_minutes as "creditMinutes", t.pass_mark as "passMark",
  t.question_count as "questionCount", t.most_attempts as "mostAttempts"`

/** With `lock` nobody else changes it until the transaction ends. */
export async function findTask(db: Db, orgId: string, taskId: string, lock = false): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select ${shown}, t.text, t.url, t.file_id as "fileId", t.meeting_id as "meetingId", t.standings, t.posts,
      t.withdraw_reason as "withdrawReason"
    from study_tasks t
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = t.unit_id
    where t.org_id = ${orgId} and t.task_id = ${taskId} ${lock ? sql`for update of t` : sql``}`.execute(db)
  return rows[0]
}

type Content = Omit<
  Row<'study_tasks'>,
  'org_id' | 'task_id' | 'state' | 'created_by' | 'created_at' | 'published_at' | 'withdrawn_at' | 'withdraw_reason'
>

export const addTask = (db: Db, row: Content & Pick<Row<'study_tasks'>, 'org_id' | 'task_id' | 'created_by' | 'created_at'>) =>
  db
    .insertInto('study_tasks')
    .values({ ...row, state: 'draft', published_at: null, withdrawn_at: null })
    .execute()

type Change = Partial<Content & Pick<Row<'study_tasks'>, 'state' | 'published_at' | 'withdrawn_at' | 'withdraw_reason'>>

export const changeTask = (db: Db, orgId: string, taskId: string, change: Change) =>
  db.updateTable('study_tasks').set(change).where('org_id', '=', orgId).where('task_id', '=', taskId).execute()

export const removeTask = (db: Db, orgId: string, taskId: string) =>
  db.deleteFrom('study_tasks').where('org_id', '=', orgId).where('task_id', '=', taskId).execute()
