import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { keepEvidence } from './evidence'
import { lockRunningProject } from './own-project'
import { meetMilestone, reportResult, stopProject } from './project-contract'
import { changeProject, findProjectOf, listMilestones, meet } from './project-queries'
import { submit } from './submit'

/** A running project: its steps are met one by one, then its result goes before the branch, or it is stopped. */
export const projectActions: Implementation[] = [
  write(meetMilestone, async ({ milestoneId, note, evidence }, context) => {
    const { db, actor, now } = context
    const projectId = await findProjectOf(db, actor.orgId, milestoneId)
    if (!projectId) throw new AppError('NOT_FOUND')
    await lockRunningProject(context, projectId)
    await meet(db, actor.orgId, milestoneId, note, now)
    await keepEvidence(context, milestoneId, evidence)
    await record(context, projectId, { milestoneId })
    return {}
  }),

  write(reportResult, async ({ projectId, result, evidence }, context) => {
    const { db, actor, now, newId } = context
    const { project, owner } = await lockRunningProject(context, projectId)
    const milestones = await listMilestones(db, actor.orgId, projectId)
    if (milestones.some(({ metAt }) => !metAt)) throw new AppError('MILESTONES_OPEN')
    if (!evidence.length) throw new AppError('EVIDENCE_WANTED')
    const resultId = project.resultId ?? newId()
    await keepEvidence(context, resultId, evidence)
    const { name, goal } = project
    const submissionId = await submit(context, owner, projectId, { kind: 'project-result', name, goal, result })
    const change = { result, result_id: resultId, unit_id: owner.unitId, changed_at: now }
    await changeProject(db, actor.orgId, projectId, change)
    await record(context, projectId, { name })
    return { submissionId }
  }),

  write(stopProject, async ({ projectId, reason }, context) => {
    const { db, actor, now } = context
    const { project } = await lockRunningProject(context, projectId)
    await changeProject(db, actor.orgId, projectId, { state: 'stopped', stop_reason: reason, settled_at: now, changed_at: now })
    await record(context, projectId, { name: project.name, reason })
    return {}
  }),
]
