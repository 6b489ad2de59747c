import type { Context, WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import { findMine, type ProgressRow } from './reading-queries'
import { findTask, type TaskRow } from './task-queries'

/** The task and the caller's own progress, once they are known to be allowed to do this. */
export async function readPermitted(context: Context, taskId: string): Promise<{ task: TaskRow; mine: ProgressRow | undefined }> {
  const { db, actor } = context
  const task = await findTask(db, actor.orgId, taskId)
  if (!task) throw new AppError('NOT_FOUND')
  const mine = await findMine(db, actor.orgId, taskId, actor.memberId)
  await permit(context, { unitId: task.unitId, participant: mine !== undefined })
  return { task, mine }
}

/** The same for whoever changes the task; nobody else does until the transaction ends. */
export async function lockPermitted(context: WriteContext, taskId: string): Promise<TaskRow> {
  const { db, actor } = context
  const task = await findTask(db, actor.orgId, taskId, true)
  if (!task) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: task.unitId })
  return task
}
