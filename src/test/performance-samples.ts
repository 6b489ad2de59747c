import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { performance, performanceSubjects, performances } from '../../cloudfunctions/showcase/performance-contract'
import { idOf, member } from './samples'

export const performanceId = idOf(900)
const pledgeId = idOf(800)
export const about = { kind: 'pledge', pledgeId, text: '每月到共建社区上门办理一次业务' } as const
export const projectAbout = { kind: 'project', projectId: idOf(850), text: '一次办结' } as const
export const link = { kind: 'link', url: 'https://a.cn/visits', title: '走访台账' } as const

type Performances = OutputOf<typeof performances>
type Entry = Performances['entries'][number]
export const entryOf = (own: Partial<Entry> = {}): Entry => ({
  performanceId,
  year: 2026,
  quarter: 4,
  about,
  text: '上门办理 3 次，服务群众 36 户',
  figure: { value: '36', unit: '户' },
  state: 'verified',
  comment: null,
  evidence: [link],
  ...own,
})

type Trend = Performances['trend']
/** The eight quarters up to the last of 2026; `figures` and `verified` by `2026/4`. */
export const trendWith = (known: Record<string, Partial<Trend[number]>> = {}): Trend =>
  [2025, 2026].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => ({ year, quarter, verified: 0, figures: [], ...known[`${year}/${quarter}`] })),
  )

export const performancesOf = (entries: Entry[], own: Partial<Performances> = {}): Performances => ({
  current: { year: 2026, quarter: 4 },
  memberId: member.id,
  name: member.name,
  year: 2026,
  years: [2026],
  mine: false,
  mayAdd: false,
  entries,
  trend: trendWith(),
  ...own,
})

type Whole = OutputOf<typeof performance>
export const wholeEntry = (own: Partial<Whole> = {}): Whole => ({
  ...entryOf(),
  memberId: member.id,
  name: member.name,
  unitName: '第一党支部',
  verifiedAt: '2026-11-20T09:00:00+08:00',
  mine: false,
  mayDecide: false,
  submissions: [],
  ...own,
})

/** Of an entry nobody else sees yet. */
export const draft = { state: 'draft', verifiedAt: null, mine: true } as const

type Submission = Whole['submissions'][number]
export const submissionOf = (own: Partial<Submission> = {}): Submission => ({
  submissionId: idOf(700),
  kind: 'performance',
  state: 'waiting',
  submittedAt: '2026-11-20T09:00:00+08:00',
  decidedAt: null,
  decidedBy: null,
  comment: null,
  ...own,
})
export const decided = { decidedAt: '2026-11-21T09:00:00+08:00', decidedBy: '李书记' }

type Subjects = OutputOf<typeof performanceSubjects>
export const subjectsOf = (own: Partial<Subjects> = {}): Subjects => ({
  quarters: [
    { year: 2026, quarter: 4 },
    { year: 2026, quarter: 3 },
  ],
  subjects: [
    { year: 2026, about },
    { year: 2026, about: projectAbout },
  ],
  ...own,
})
