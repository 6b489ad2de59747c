import { toDay } from '../kernel/clock'
import type { Db } from '../kernel/database'
import { writeMessage } from '../kernel/messages'
import type { TaskRow } from './task-queries'

/** Tells people that they were given a task, once each. */
export const sayPublished = (
  context: { db: Db; now: Date; actor: { orgId: string } },
  { taskId, title, unitName, dueAt }: Pick<TaskRow, 'taskId' | 'title' | 'unitName' | 'dueAt'>,
  memberIds: string[],
): Promise<void> =>
  writeMessage(context, {
    ...{ memberIds, kind: 'study-published', subjectId: taskId, step: 'published', dueAt },
    title: `新的学习：${title}`,
    text: `${unitName}发布，请在 ${toDay(dueAt)} 前完成`,
  })
