import type { WriteContext } from '../kernel/action'
import { finish, lockProgress } from './finish-queries'
import { isFinished } from './finished'

/**
 * Sets, once, that this person has finished a published task, and writes the fact of it, in the transaction of the change that may have
 * brought it about. Answers since when it is finished; null where it is not, or where they have no such task. Offline sessions are
 * finished by their meeting.
 */
export async function finishIfDone(context: WriteContext, taskId: string, memberId: string): Promise<Date | null> {
  const progress = await lockProgress(context.db, context.actor.orgId, taskId, memberId)
  if (!progress) return null
  if (progress.doneAt || !isFinished(progress, { ...progress, attended: false })) return progress.doneAt
  await finish(context, taskId, memberId)
  return context.now
}
