import { letGoOfFile } from '../files'
import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import { findMeeting, whoWasAt } from '../meetings'
import { assignAudience } from './assign-queries'
import { materialOf } from './material'
import { settleMeeting } from './meeting-queries'
import { lockPermitted } from './permitted-task'
import { sayPublished } from './say-published'
import * as contract from './task-contract'
import { addTask, changeTask, removeTask } from './task-queries'

/** What an officer does with a study task: prepares it, publishes it, withdraws it. */
export const taskActions: Implementation[] = [
  write(contract.saveTask, async ({ taskId, ...input }, context) => {
    const { db, actor, now, newId } = context
    const before = taskId ? await lockPermitted(context, taskId) : undefined
    await permit(context, { unitId: input.unitId })
    if (before && before.state !== 'draft') throw new AppError('STUDY_PUBLISHED')
    if (new Date(input.dueAt) <= now) throw new AppError('WINDOW_OVER')
    const material = await materialOf(context, input, before)
    const content = {
      ...{ unit_id: input.unitId, kind: input.kind, title: input.title, text: input.text, due_at: new Date(input.dueAt) },
      ...{ standings: [...new Set(input.standings)], posts: [...new Set(input.posts)], credit_minutes: input.creditMinutes, ...material },
    }
    const kept = before?.taskId ?? newId()
    if (before) await changeTask(db, actor.orgId, kept, content)
    else await addTask(db, { org_id: actor.orgId, task_id: kept, ...content, created_by: actor.memberId, created_at: now })
    await record(context, kept, { title: input.title })
    return { taskId: kept }
  }),

  write(contract.discardTask, async ({ taskId }, context) => {
    const task = await lockPermitted(context, taskId)
    if (task.state !== 'draft') throw new AppError('STUDY_PUBLISHED')
    await removeTask(context.db, context.actor.orgId, taskId)
    if (task.fileId) await letGoOfFile(context, task.fileId)
    await record(context, taskId, { title: task.title })
    return {}
  }),

  write(contract.publishTask, async ({ taskId }, context) => {
    const { db, actor, now } = context
    const task = await lockPermitted(context, taskId)
    if (task.state !== 'draft') throw new AppError('STUDY_PUBLISHED')
    if (task.dueAt <= now) throw new AppError('WINDOW_OVER')
    const meeting = task.meetingId ? await findMeeting(db, actor.orgId, task.meetingId) : undefined
    if (meeting?.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    await changeTask(db, actor.orgId, taskId, { state: 'published', published_at: now })
    const memberIds = await assignAudience(db, actor.orgId, taskId, now)
    if (!memberIds.length) throw new AppError('NOBODY_TO_STUDY')
    await sayPublished(context, task, memberIds)
    if (meeting?.state === 'closed') await settleMeeting(context, meeting.meetingId, whoWasAt(actor.orgId, meeting.meetingId), null)
    await record(context, taskId, { title: task.title, assigned: memberIds.length })
    return { assigned: memberIds.length }
  }),

  write(contract.withdrawTask, async ({ taskId, reason }, context) => {
    const task = await lockPermitted(context, taskId)
    if (task.state !== 'published') throw new AppError('STUDY_NOT_OPEN')
    const withdrawn = { state: 'withdrawn', withdrawn_at: context.now, withdraw_reason: reason } as const
    await changeTask(context.db, context.actor.orgId, taskId, withdrawn)
    await record(context, taskId, { title: task.title, reason })
    return {}
  }),
]
