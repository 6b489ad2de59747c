import type { Database, Db } from '../kernel/database'
import { findMeeting, whoWasAt } from '../meetings'
import { assignNewcomers as assignSome, studyingOrganisations } from './assign-queries'
import { settleMeeting } from './meeting-queries'
import { sayPublished } from './say-published'
import { findTask } from './task-queries'

/** As many are given a task in one transaction. */
const atOnce = 5_000

/**
 * Gives published tasks to whoever has come into their audience since, and tells them; answers how many it gave. Running it twice at
 * once gives nobody a task twice.
 */
export async function assignNewcomers(database: Database, now: Date): Promise<number> {
  let given = 0
  for (const orgId of await studyingOrganisations(database.db, now)) {
    let some: number
    do {
      some = await database.transact((db) => assignIn(db, orgId, now))
      given += some
    } while (some === atOnce)
  }
  return given
}

async function assignIn(db: Db, orgId: string, now: Date): Promise<number> {
  const rows = await assignSome(db, orgId, now, atOnce)
  for (const taskId of new Set(rows.map((row) => row.taskId))) {
    const task = await findTask(db, orgId, taskId)
    if (!task) continue
    const context = { db, now, actor: { orgId, memberId: null } }
    await sayPublished(
      context,
      task,
      rows.filter((row) => row.taskId === taskId).map((row) => row.memberId),
    )
    const meeting = task.meetingId ? await findMeeting(db, orgId, task.meetingId) : undefined
    if (meeting?.state === 'closed') await settleMeeting(context, meeting.meetingId, whoWasAt(orgId, meeting.meetingId), null)
  }
  return rows.length
}
