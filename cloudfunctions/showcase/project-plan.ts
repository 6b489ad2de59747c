import type { ProjectState, SubmissionKind, SubmissionState } from './contract'
import { returnedReason } from './pledge-rules'

export interface Plan {
  year: number
  /** `YYYY-MM-DD`, as all days here. */
  dueOn: string
  milestones: readonly { dueOn: string }[]
}

/** What of a plan does not fit together, by field and as it is said to people; null where all of it does. */
export function faultsOfPlan({ year, dueOn, milestones }: Plan): Record<string, string> | null {
  const faults: Record<string, string> = {}
  if (!dueOn.startsWith(`${year}-`)) faults.dueOn = `完成日期须在 ${year} 年内`
  milestones.forEach((milestone, index) => {
    if (milestone.dueOn > dueOn) faults[`milestones.${index}.dueOn`] = '节点日期不能晚于项目完成日期'
  })
  return Object.keys(faults).length ? faults : null
}

/** What counts towards the one or two a year: what is planned only, or was given up, takes no place. */
export const takingPlace: readonly ProjectState[] = ['proposed', 'running', 'accepted']

/** In which states somebody may see a project at all: what the branch approved once is public, a draft is its owner's alone. */
export function statesSeen({ mine, officer }: { mine: boolean; officer: boolean }): ProjectState[] {
  const approved: ProjectState[] = ['running', 'accepted', 'stopped']
  if (mine) return ['draft', 'proposed', ...approved]
  return officer ? ['proposed', ...approved] : approved
}

interface Submitted {
  kind: SubmissionKind
  state: SubmissionState
  comment: string | null
}

/** What of a project waits for the branch, or why it came back last; `last` is what was put before it last. */
export function answerOf({ state }: { state: ProjectState }, last: Submitted | undefined) {
  const waiting = last?.state === 'waiting' && (last.kind === 'project' || last.kind === 'project-result') ? last.kind : null
  const goesOn = state === 'draft' || state === 'running'
  return { waiting, returned: goesOn ? returnedReason(last) : null }
}
