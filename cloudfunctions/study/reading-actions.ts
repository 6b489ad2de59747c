import { linkFiles } from '../files'
import { type Context, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may } from '../kernel/permit'
import { findMeeting } from '../meetings'
import * as contract from './contract'
import { finishIfDone } from './finish'
import { findNote, putNote } from './note-queries'
import { readPermitted } from './permitted-task'
import { addSeconds, creditedMinutes, listMine, lockReader, postsOf } from './reading-queries'
import { countBeat } from './reading-time'
import { hoursWantedOf, yearAt, yearSpan } from './study-year'
import { saveTask } from './task-contract'
import type { ShownRow, TaskRow } from './task-queries'
import { toProgress, toShown } from './task-view'

/** What somebody does who studies: sees what they owe, reads it while time is counted, keeps notes of their own. */
export const readingActions: Implementation[] = [
  read(contract.mine, async (_, { db, actor, now }) => {
    const { orgId, memberId } = actor
    const year = yearAt(now)
    const { from, until } = yearSpan(year)
    const list = (done: boolean) => listMine(db, orgId, memberId, done, contract.mostTasks + 1)
    const [open, done] = [await list(false), await list(true)]
    const minutes = await creditedMinutes(db, orgId, [memberId], from, until)
    const shown = (rows: typeof open) => rows.slice(0, contract.mostTasks).map((row) => toProgress(toShown(row)))
    return {
      ...{ now: toMoment(now), year, minutes: minutes.get(memberId) ?? 0, hoursWanted: hoursWantedOf(await postsOf(db, orgId, memberId)) },
      ...{ open: shown(open), done: shown(done), more: open.length > contract.mostTasks || done.length > contract.mostTasks },
    }
  }),

  read(contract.task, async ({ taskId }, context) => {
    const { db, actor, now } = context
    const { task, mine } = await readPermitted(context, taskId)
    const note = mine && (await findNote(db, actor.orgId, taskId, actor.memberId))
    const { fileId, meetingId: _, ...rest } = task
    const [file] = fileId ? await linkFiles(context, [fileId]) : []
    return {
      ...toShown(rest),
      ...{ now: toMoment(now), file: file ?? null, meeting: await meetingOf(context, task) },
      mayManage: await may(context, saveTask.name, { unitId: task.unitId }),
      mine: mine ? { ...toProgress(mine), note: note ? { ...note, savedAt: toMoment(note.savedAt) } : null } : null,
    }
  }),

  write(contract.beat, async ({ taskId, begins }, context) => {
    const { db, actor, now } = context
    const { task, mine } = await readPermitted(context, taskId)
    if (task.state !== 'published') throw new AppError('STUDY_NOT_OPEN')
    const gap = await lockReader(db, actor.orgId, taskId, actor.memberId, now)
    const { seconds, left } = countBeat(gap, begins)
    const sum = await addSeconds(db, actor.orgId, taskId, actor.memberId, seconds, new Date(now.getTime() - left * 1000))
    const doneAt = mine?.doneAt ?? (await finishIfDone(context, taskId, actor.memberId))
    return { seconds: sum, doneAt: toMomentOrNull(doneAt) }
  }),

  write(contract.saveNote, async ({ taskId, text, revision }, context) => {
    const { db, actor, now } = context
    await readPermitted(context, taskId)
    const key = { orgId: actor.orgId, taskId, memberId: actor.memberId }
    const kept = await putNote(db, key, { text, revision }, now)
    if (!kept) throw new AppError('NOTE_CHANGED')
    // The trail says that something was kept, never what.
    await record(context, taskId)
    return { revision: kept.revision, savedAt: toMoment(kept.savedAt) }
  }),
]

async function meetingOf({ db, actor }: Context, { meetingId }: Pick<TaskRow, 'meetingId'> & ShownRow) {
  const meeting = meetingId ? await findMeeting(db, actor.orgId, meetingId) : undefined
  return meeting ? { meetingId: meeting.meetingId, title: meeting.title, startsAt: toMoment(meeting.startsAt) } : null
}
