import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { pairings } from '../../cloudfunctions/showcase/pairing-contract'
import type { project, projects } from '../../cloudfunctions/showcase/project-contract'
import { idOf, member } from './samples'

export const projectId = idOf(850)
export const projectText = { year: 2026, kind: 'innovation', name: '一窗通办', goal: '群众少跑一趟', dueOn: '2026-12-20' } as const

type Summary = OutputOf<typeof projects>['projects'][number]
export const projectSummary = (own: Partial<Summary> = {}): Summary => ({
  ...{ projectId, ...projectText, state: 'running', waiting: null, returned: null, milestones: 2, met: 1, ...own },
})

type Projects = OutputOf<typeof projects>
export const projectsOf = (all: Summary[], own: Partial<Projects> = {}): Projects => ({
  ...{ today: '2026-11-23', memberId: member.id, memberName: member.name, year: 2026, years: [2026] },
  ...{ mine: false, mayAdd: false, projects: all, ...own },
})

type Project = OutputOf<typeof project>
type Milestone = Project['milestones'][number]
export const milestone = (own: Partial<Milestone> = {}): Milestone => ({
  ...{ milestoneId: idOf(860), text: '梳理流程', dueOn: '2026-05-31', metAt: null, note: null, evidence: [], ...own },
})
export const metStep = milestone({ metAt: '2026-05-20T10:00:00+08:00', note: '梳理了二十项' })
export const openStep = milestone({ milestoneId: idOf(861), text: '上线试用', dueOn: '2026-11-30' })

export const wholeProject = ({ ...own }: Partial<Project> = {}): Project => ({
  ...{ projectId, ...projectText, state: 'running', waiting: null, returned: null, today: '2026-11-23' },
  ...{ memberId: member.id, memberName: member.name, unitName: '第一党支部', mine: false, mayDecide: false },
  ...{ startedAt: '2026-03-02T09:00:00+08:00', settledAt: null, stopReason: null },
  ...{ milestones: [metStep, openStep], result: null, pairings: [], submissions: [], ...own },
})

type Pairings = OutputOf<typeof pairings>
type Pairing = Pairings['pairings'][number]
export const pairing = (own: Partial<Pairing> = {}): Pairing => ({
  ...{ pairingId: idOf(870), kind: 'place', name: '西街社区', note: '每月走访一次' },
  ...{ since: '2026-03-02T09:00:00+08:00', endedAt: null, project: null, ...own },
})
export const pairingsOf = (all: Pairing[], own: Partial<Pairings> = {}): Pairings => ({
  ...{ memberId: member.id, memberName: member.name, mine: false, mayAdd: false, pairings: all, ...own },
})
