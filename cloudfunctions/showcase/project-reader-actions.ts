import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toDay, toMomentOrNull } from '../kernel/clock'
import { may } from '../kernel/permit'
import { revoke } from './contract'
import { evidenceOf } from './evidence'
import { showsThemselves } from './owner'
import { findOwner, hasOtherOfficer } from './owner-queries'
import { listPairingsOfProject } from './pairing-queries'
import { project, projects } from './project-contract'
import { answerOf, statesSeen } from './project-plan'
import { findProject, listMilestones, listProjects, listProjectYears, type ProjectRow } from './project-queries'
import { lastSubmissions, submissionsAbout } from './submission-queries'

/** Projects as others see them: once they are approved; before that their owner, and whoever decides. */
export const projectReaderActions: Implementation[] = [
  read(projects, async ({ memberId: asked, year: wanted }, context) => {
    const { db, actor } = context
    const owner = await findOwner(db, actor.orgId, asked ?? actor.memberId)
    if (!owner) throw new AppError('NOT_FOUND')
    const { memberId, name: memberName, unitId } = owner
    const mine = memberId === actor.memberId
    const officer = await may(context, revoke.name, { unitId })
    const states = statesSeen({ mine, officer })
    const today = toDay(context.now)
    const year = wanted ?? Number(today.slice(0, 4))
    const rows = await listProjects(db, actor.orgId, { memberId, year, states })
    const answered = mine || officer ? rows.map(({ projectId }) => projectId) : []
    const last = await lastSubmissions(db, actor.orgId, answered)
    return {
      ...{ today, memberId, memberName, year, mine, mayAdd: mine && showsThemselves(owner) },
      years: await listProjectYears(db, actor.orgId, memberId, states),
      projects: rows.map((row) => ({
        ...summaryOf(row),
        ...answerOf(row, last.get(row.projectId)),
        ...{ milestones: row.milestones, met: row.met },
      })),
    }
  }),

  read(project, async ({ projectId }, context) => {
    const { db, actor } = context
    const row = await findProject(db, actor.orgId, projectId)
    const owner = row && (await findOwner(db, actor.orgId, row.memberId))
    if (!row || !owner) throw new AppError('NOT_FOUND')
    const mine = row.memberId === actor.memberId
    const officer = await may(context, revoke.name, { unitId: row.unitId })
    if (!statesSeen({ mine, officer }).includes(row.state)) throw new AppError('NOT_FOUND')
    const submissions = mine || officer ? await submissionsAbout(db, actor.orgId, projectId) : []
    const mayDecide = officer && !(mine && (await hasOtherOfficer(db, actor.orgId, row.unitId, actor.memberId)))
    return {
      ...summaryOf(row),
      ...answerOf(row, submissions[0]),
      ...{ today: toDay(context.now), memberId: row.memberId, memberName: owner.name, mine, mayDecide, submissions },
      ...{
        unitName: row.unitName,
        startedAt: toMomentOrNull(row.approvedAt),
        settledAt: toMomentOrNull(row.settledAt),
        stopReason: row.stopReason,
      },
      ...(await loadParts(context, row, mine || officer || row.state === 'accepted')),
    }
  }),
]

const summaryOf = ({ projectId, year, kind, name, goal, dueOn, state }: ProjectRow) => ({ projectId, year, kind, name, goal, dueOn, state })

/** Its steps, its result, and the pairings that serve it, with what shows them. */
async function loadParts(context: Context, { projectId, memberId, result, resultId }: ProjectRow, seesResult: boolean) {
  const { db, actor } = context
  const steps = await listMilestones(db, actor.orgId, projectId)
  const shownResult = seesResult && result !== null && resultId !== null ? { text: result, resultId } : null
  const subjects = [...steps.map(({ milestoneId }) => milestoneId), ...(shownResult ? [shownResult.resultId] : [])]
  const evidence = await evidenceOf(context, subjects)
  const pairings = await listPairingsOfProject(db, actor.orgId, memberId, projectId)
  return {
    milestones: steps.map((step) => ({ ...step, metAt: toMomentOrNull(step.metAt), evidence: evidence.get(step.milestoneId) ?? [] })),
    result: shownResult && { text: shownResult.text, evidence: evidence.get(shownResult.resultId) ?? [] },
    pairings: pairings.map(({ pairingId, kind, name, endedAt }) => ({ pairingId, kind, name, endedAt: toMomentOrNull(endedAt) })),
  }
}
