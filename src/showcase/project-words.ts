import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import { type ProjectState, projectStateNames } from '../../cloudfunctions/showcase/contract'
import type { project, projects } from '../../cloudfunctions/showcase/project-contract'

export type Project = OutputOf<typeof project>
export type ProjectSummary = OutputOf<typeof projects>['projects'][number]
export type Milestone = Project['milestones'][number]

type Tone = 'plain' | 'red' | 'success' | 'warning'
interface Word {
  text: string
  tone: Tone
}

const tones: Record<ProjectState, Tone> = { draft: 'plain', proposed: 'warning', running: 'red', accepted: 'success', stopped: 'plain' }

/** How a project stands, and what else is to be known of it at a glance. */
export function projectMarks({ state, waiting, returned }: Pick<ProjectSummary, 'state' | 'waiting' | 'returned'>): Word[] {
  return [
    { text: projectStateNames[state], tone: tones[state] },
    ...(waiting === 'project-result' ? [{ text: '成果待验收', tone: 'warning' as const }] : []),
    ...(returned !== null && waiting === null ? [{ text: '已退回', tone: 'warning' as const }] : []),
  ]
}

/** Before the branch approved it there is nothing to be far with. */
export const isApproved = (state: ProjectState) => state !== 'draft' && state !== 'proposed'

/** In whole percent, rounded down: everything is done only when it is. */
export const percentOf = (met: number, milestones: number) => (milestones ? Math.floor((met / milestones) * 100) : 0)

/** The step to do next; undefined where all are met. */
export const nextStep = (milestones: readonly Milestone[]) => milestones.find(({ metAt }) => metAt === null)
