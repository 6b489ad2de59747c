import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { reverseFacts, writeFact } from '../kernel/facts'
import type { Effects } from './effect'
import { mostProjects } from './project-contract'
import { changeProject, countOtherProjects, findProject, type ProjectRow } from './project-queries'
import { isWaiting } from './submission-queries'

/**
 * Approved, a project runs; its result accepted, it is done: a fact each, by the project's kind. Undone, the acceptance gives the project
 * back to its owner; the approval ends it, since what everybody could see does not become a draft again.
 */
export const projectEffects: Pick<Effects, 'project' | 'project-result'> = {
  project: {
    approve: async (context, { subjectId, unitId }) => {
      const project = await requireProject(context, subjectId)
      const { db, actor, now } = context
      // Counted again: whoever decides late must not be the third.
      if ((await countOtherProjects(db, actor.orgId, project, ['running', 'accepted'])) >= mostProjects) throw new AppError('PROJECTS_FULL')
      await changeProject(db, actor.orgId, subjectId, { state: 'running', approved_at: now, changed_at: now })
      await writeFactOf(context, project, unitId, 'project-started')
    },
    giveBack: async ({ db, actor, now }, { subjectId }) => {
      await changeProject(db, actor.orgId, subjectId, { state: 'draft', changed_at: now })
    },
    revoke: async (context, { subjectId }, reason) => {
      const { db, actor, now } = context
      const { state } = await requireProject(context, subjectId)
      if (state !== 'running' || (await isWaiting(db, actor.orgId, subjectId))) throw new AppError('NOTHING_TO_REVOKE')
      await changeProject(db, actor.orgId, subjectId, { state: 'stopped', stop_reason: reason, settled_at: now, changed_at: now })
      await reverseFacts(context, subjectId, ['project-started'], reason)
    },
  },
  'project-result': {
    approve: async (context, { subjectId, unitId }) => {
      const { db, actor, now } = context
      const project = await requireProject(context, subjectId)
      await changeProject(db, actor.orgId, subjectId, { state: 'accepted', settled_at: now, changed_at: now })
      await writeFactOf(context, project, unitId, 'project-accepted')
    },
    // It runs on; what was written stays for its owner to change.
    giveBack: async () => {},
    revoke: async (context, { subjectId }, reason) => {
      const { db, actor, now } = context
      await changeProject(db, actor.orgId, subjectId, { state: 'running', settled_at: null, changed_at: now })
      await reverseFacts(context, subjectId, ['project-accepted'], reason)
    },
  },
}

async function requireProject({ db, actor }: WriteContext, projectId: string): Promise<ProjectRow> {
  const project = await findProject(db, actor.orgId, projectId)
  if (!project) throw new AppError('NOT_FOUND')
  return project
}

const writeFactOf = (context: WriteContext, { projectId, memberId, kind: filter }: ProjectRow, unitId: string, kind: string) =>
  writeFact(context, { kind, memberId, unitId, happenedAt: context.now, evidenceId: projectId, filter })
