import { newId } from '../kernel/ids'
import type { Row } from '../kernel/schema'
import type { Person } from './organisation'
import type { World } from './world'

export interface Study {
  draftId: string
  /** Given to these people, who have not finished it. */
  openId: string
}

interface Around {
  orgId: string
  unitId: string
  people: Person[]
}

/** A task that is prepared and one that is published, made by rows. */
export async function addStudy(world: World, { orgId, unitId, people }: Around): Promise<Study> {
  return {
    draftId: await addTask(world, { org_id: orgId, unit_id: unitId, state: 'draft' }, []),
    openId: await addTask(world, { org_id: orgId, unit_id: unitId }, people),
  }
}

type NewTask = Partial<Row<'study_tasks'>> & Pick<Row<'study_tasks'>, 'org_id' | 'unit_id'>

/** A text of ten minutes and one hour of credit, due in a week, published unless said otherwise, given to these people. */
export async function addTask({ database: { db }, clock }: World, task: NewTask, people: Person[]): Promise<string> {
  const now = clock.now()
  const task_id = newId()
  const { created_by = people[0]?.memberId ?? newId(), state = 'published' } = task
  await db
    .insertInto('study_tasks')
    .values({
      ...{
        task_id,
        kind: 'text',
        title: '学习党章',
        text: '总纲',
        url: null,
        file_id: null,
        meeting_id: null,
        created_by,
        created_at: now,
      },
      ...{ standings: ['full', 'probationary'], posts: [], due_at: new Date(now.getTime() + 7 * 86_400_000) },
      ...{ required_minutes: 10, credit_minutes: 45, pass_mark: null, question_count: null, most_attempts: null },
      ...{ published_at: state === 'draft' ? null : now, withdrawn_at: null, ...task, state },
    })
    .execute()
  const rows = people.map(({ memberId }) => ({ org_id: task.org_id, task_id, member_id: memberId, assigned_at: now }))
  const nothing = { last_beat_at: null, opened_at: null, best_mark: null, done_at: null }
  if (rows.length)
    await db
      .insertInto('study_assignments')
      .values(rows.map((row) => ({ ...row, ...nothing })))
      .execute()
  return task_id
}
