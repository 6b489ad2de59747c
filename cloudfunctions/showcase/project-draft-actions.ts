import { type Implementation, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import { lockOwnProject } from './own-project'
import { lockMyself, showsThemselves } from './owner'
import { discardProject, mostProjects, proposeProject, saveProject } from './project-contract'
import { faultsOfPlan, takingPlace } from './project-plan'
import {
  addMilestones,
  addProject,
  changeProject,
  countOtherProjects,
  listMilestones,
  type ProjectRow,
  removeMilestones,
  removeProject,
} from './project-queries'
import { submit } from './submit'

/** Until the branch has approved it, a project is its owner's to write, change and throw away. The trail names no draft: its readers see none. */
export const projectDraftActions: Implementation[] = [
  write(saveProject, async ({ projectId, milestones, ...plan }, context) => {
    const faults = faultsOfPlan({ ...plan, milestones })
    if (faults) throw new AppError('INVALID_INPUT', faults)
    const saved = projectId ? await changeDraft(context, projectId, plan) : await addDraft(context, plan)
    await writeMilestones(context, saved, milestones)
    await record(context, saved, { year: plan.year })
    return { projectId: saved }
  }),

  write(discardProject, async ({ projectId }, context) => {
    const { project } = await lockOwnProject(context, projectId)
    if (project.state !== 'draft') throw new AppError('NOT_A_DRAFT')
    await removeProject(context.db, context.actor.orgId, projectId)
    await record(context, projectId, { year: project.year })
    return {}
  }),

  write(proposeProject, async ({ projectId }, context) => {
    const { db, actor, now } = context
    const { project, owner } = await lockOwnProject(context, projectId)
    if (!showsThemselves(owner)) throw new AppError('PARTY_MEMBERS_ONLY')
    if (project.state !== 'draft') throw new AppError('NOT_A_DRAFT')
    if ((await countOtherProjects(db, actor.orgId, project, takingPlace)) >= mostProjects) throw new AppError('PROJECTS_FULL')
    const { year, kind: projectKind, name, goal, dueOn } = project
    const steps = await listMilestones(db, actor.orgId, projectId)
    const milestones = steps.map((step) => ({ text: step.text, dueOn: step.dueOn }))
    const submissionId = await submit(context, owner, projectId, { kind: 'project', year, projectKind, name, goal, dueOn, milestones })
    await changeProject(db, actor.orgId, projectId, { state: 'proposed', unit_id: owner.unitId, changed_at: now })
    await record(context, projectId, { name })
    return { submissionId }
  }),
]

type Plan = Pick<ProjectRow, 'year' | 'kind' | 'name' | 'goal' | 'dueOn'>

async function addDraft(context: WriteContext, { dueOn, ...plan }: Plan): Promise<string> {
  const { db, actor, now, newId } = context
  await permit(context, { unitId: actor.unitId, owner: true })
  const owner = await lockMyself(context)
  const projectId = newId()
  await addProject(db, {
    ...{ org_id: actor.orgId, project_id: projectId, member_id: owner.memberId, unit_id: owner.unitId, state: 'draft' },
    ...{ ...plan, due_on: dueOn, created_at: now, changed_at: now },
  })
  return projectId
}

async function changeDraft(context: WriteContext, projectId: string, { dueOn, ...plan }: Plan): Promise<string> {
  const { project } = await lockOwnProject(context, projectId)
  if (project.state !== 'draft') throw new AppError('NOT_A_DRAFT')
  await changeProject(context.db, context.actor.orgId, projectId, { ...plan, due_on: dueOn, changed_at: context.now })
  await removeMilestones(context.db, context.actor.orgId, projectId)
  return projectId
}

const writeMilestones = ({ db, actor, newId }: WriteContext, projectId: string, milestones: readonly { text: string; dueOn: string }[]) =>
  addMilestones(
    db,
    milestones.map(({ text, dueOn }, place) => ({
      ...{ org_id: actor.orgId, project_id: projectId, milestone_id: newId(), place, text, due_on: dueOn },
      ...{ met_at: null, note: null },
    })),
  )
