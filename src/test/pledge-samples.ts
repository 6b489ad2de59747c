import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { pledge, pledges } from '../../cloudfunctions/showcase/pledge-contract'
import { idOf, member } from './samples'

export const pledgeId = idOf(800)
export const pledgeText = {
  category: 'service',
  text: '每月到共建社区上门办理一次业务',
  measure: '上门次数，以服务台账为准',
  target: '全年 12 次',
  dueOn: '2026-12-31',
} as const

type Summary = OutputOf<typeof pledges>['pledges'][number]
export const pledgeSummary = (own: Partial<Summary> = {}): Summary => ({
  pledgeId,
  ...pledgeText,
  state: 'published',
  progress: 40,
  version: 1,
  waiting: null,
  returned: null,
  ...own,
})

type Pledges = OutputOf<typeof pledges>
export const pledgesOf = (all: Summary[], own: Partial<Pledges> = {}): Pledges => ({
  today: '2026-11-23',
  memberId: member.id,
  name: member.name,
  year: 2026,
  years: [2026],
  mine: false,
  pledges: all,
  ...own,
})

type Pledge = OutputOf<typeof pledge>
export const wholePledge = (own: Partial<Pledge> = {}): Pledge => ({
  ...pledgeSummary(),
  today: '2026-11-23',
  year: 2026,
  memberId: member.id,
  name: member.name,
  unitName: '第一党支部',
  mine: false,
  mayDecide: false,
  publishedAt: '2026-02-10T09:00:00+08:00',
  settledAt: null,
  outcome: null,
  notes: [],
  versions: [{ version: 1, ...pledgeText, reason: null, approvedBy: '李书记', approvedAt: '2026-02-10T09:00:00+08:00' }],
  submissions: [],
  proposal: null,
  unfinished: null,
  ...own,
})

/** Of a pledge that is not before the public yet. */
export const draft: Pick<Pledge, 'state' | 'version' | 'progress' | 'publishedAt' | 'versions'> = {
  state: 'draft',
  version: 0,
  progress: 0,
  publishedAt: null,
  versions: [],
}

type Reported = Extract<Pledge['proposal'], { kind: 'pledge-outcome' }>
/** An outcome as it was put before the branch. */
export const reported = (own: Partial<Reported> = {}): Reported => ({
  kind: 'pledge-outcome',
  submissionId: idOf(702),
  outcome: 'partly',
  text: '上门 9 次',
  evidence: [],
  ...own,
})

type Submission = Pledge['submissions'][number]
export const submissionOf = (own: Partial<Submission> = {}): Submission => ({
  submissionId: idOf(700),
  kind: 'pledge',
  state: 'waiting',
  submittedAt: '2026-11-20T09:00:00+08:00',
  decidedAt: null,
  decidedBy: null,
  comment: null,
  ...own,
})

export const approved = { state: 'approved', decidedAt: '2026-11-21T09:00:00+08:00', decidedBy: '李书记' } as const
