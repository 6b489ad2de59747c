import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import { lockOwner } from './owner'
import type { Owner } from './owner-queries'
import { findProject, type ProjectRow } from './project-queries'
import { isWaiting } from './submission-queries'

/** The caller's own project, and themselves locked: read after the lock, so that it stays as it is read. Throws NOT_FOUND, NOT_ALLOWED. */
export async function lockOwnProject(context: WriteContext, projectId: string): Promise<{ project: ProjectRow; owner: Owner }> {
  const { db, actor } = context
  const found = await findProject(db, actor.orgId, projectId)
  if (!found) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: found.unitId, owner: found.memberId === actor.memberId })
  const owner = await lockOwner(context, found.memberId)
  const project = await findProject(db, actor.orgId, projectId)
  if (!project) throw new AppError('NOT_FOUND')
  return { project, owner }
}

/** The same while it is running and none of it waits for the branch. Throws PROJECT_NOT_RUNNING, ALREADY_WAITING. */
export async function lockRunningProject(context: WriteContext, projectId: string) {
  const locked = await lockOwnProject(context, projectId)
  if (locked.project.state !== 'running') throw new AppError('PROJECT_NOT_RUNNING')
  if (await isWaiting(context.db, context.actor.orgId, projectId)) throw new AppError('ALREADY_WAITING')
  return locked
}
