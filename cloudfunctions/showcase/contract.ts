import { day, defineWrite, id, keptFile, line, moment, type Shown, z } from '../kernel/contract'

/** The words of 三亮 that its parts share, and what is put before the branch. */

export const year = z.int().check(z.minimum(2020, '年份不正确'), z.maximum(2100, '年份不正确'))

export const claimKinds = ['position', 'badge'] as const
export const pledgeCategories = ['study', 'post', 'service', 'integrity', 'conduct', 'other'] as const
export const pledgeStates = ['draft', 'proposed', 'published', 'kept', 'partly', 'broken'] as const
export const outcomes = ['kept', 'partly', 'broken'] as const
export const performanceStates = ['draft', 'submitted', 'verified'] as const
export const projectKinds = ['innovation', 'excellence', 'efficiency'] as const
export const projectStates = ['draft', 'proposed', 'running', 'accepted', 'stopped'] as const
export const pairingKinds = ['demonstration-post', 'demonstration-area', 'place', 'customer'] as const
export const wordKinds = ['thanks', 'suggestion'] as const
export const submissionKinds = [
  'position',
  'badge',
  'pledge',
  'pledge-revision',
  'pledge-outcome',
  'performance',
  'project',
  'project-result',
  'word',
] as const
export const submissionStates = ['waiting', 'approved', 'returned', 'taken-back', 'revoked'] as const

export type ClaimKind = (typeof claimKinds)[number]
export type PledgeCategory = (typeof pledgeCategories)[number]
export type PledgeState = (typeof pledgeStates)[number]
export type Outcome = (typeof outcomes)[number]
export type PerformanceState = (typeof performanceStates)[number]
export type ProjectKind = (typeof projectKinds)[number]
export type ProjectState = (typeof projectStates)[number]
export type PairingKind = (typeof pairingKinds)[number]
export type WordKind = (typeof wordKinds)[number]
export type SubmissionState = (typeof submissionStates)[number]
export type SubmissionKind = (typeof submissionKinds)[number]

/** The text of a pledge: what is promised, how it will be measured, how much, by when. */
export const pledgeText = { category: z.enum(pledgeCategories), text: z.string(), measure: z.string(), target: z.string(), dueOn: day }

/** What is put before the branch, as it was then: it is decided on this and nothing else. */
export const submissionContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('position'), text: z.string() }),
  z.object({ kind: z.literal('badge'), text: z.string() }),
  z.object({ kind: z.literal('pledge'), ...pledgeText }),
  z.object({ kind: z.literal('pledge-revision'), ...pledgeText, reason: z.string(), before: z.object(pledgeText) }),
  z.object({ kind: z.literal('pledge-outcome'), pledge: z.string(), target: z.string(), outcome: z.enum(outcomes), text: z.string() }),
  z.object({
    kind: z.literal('performance'),
    year,
    quarter: z.int(),
    /** The pledge or project it belongs to, as people read it. */
    about: z.string(),
    text: z.string(),
    figure: z.nullable(z.string()),
    figureUnit: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('project'),
    year,
    projectKind: z.enum(projectKinds),
    name: z.string(),
    goal: z.string(),
    dueOn: day,
    milestones: z.array(z.object({ text: z.string(), dueOn: day })),
  }),
  z.object({ kind: z.literal('project-result'), name: z.string(), goal: z.string(), result: z.string() }),
  z.object({ kind: z.literal('word'), wordKind: z.enum(wordKinds), text: z.string() }),
])
export type SubmissionContent = Shown<typeof submissionContent>

/** How one submission went, for its owner and for whoever decides; parts list those of a thing, the latest first. */
export const submission = z.object({
  submissionId: id,
  kind: z.enum(submissionKinds),
  state: z.enum(submissionStates),
  submittedAt: moment,
  decidedAt: z.nullable(moment),
  decidedBy: z.nullable(z.string()),
  comment: z.nullable(z.string()),
})

/** Most pieces of evidence for one thing. */
export const mostEvidence = 9

/** What shows that something is so, as it is sent: a file the caller uploaded, or a link. */
export const evidenceSent = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), fileId: id }),
      z.strictObject({
        kind: z.literal('link'),
        url: line(500).check(z.regex(/^https?:\/\/[^\s<>"]+$/, '请填写以 http 开头的网址')),
        title: line(60),
      }),
    ]),
  )
  .check(z.maxLength(mostEvidence, `最多 ${mostEvidence} 项`))
export type EvidenceSent = Shown<typeof evidenceSent>

/** The same as it is shown; a file with a link that works for ten minutes at least. */
export const evidenceShown = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), ...keptFile, link: z.string() }),
    z.object({ kind: z.literal('link'), url: z.string(), title: z.string() }),
  ]),
)
export type EvidenceShown = Shown<typeof evidenceShown>

/** Takes back what the caller put before the branch and what is not decided yet; it is theirs to change again. */
export const takeBack = defineWrite({
  name: 'showcase.takeBack',
  input: { submissionId: id },
  output: {},
  refusals: ['NOTHING_TO_DECIDE'],
})

/** Undoes an approval that was wrong, with a reason that stays visible; its facts are reversed. A published pledge is revised, never revoked. */
export const revoke = defineWrite({
  name: 'showcase.revoke',
  input: { submissionId: id, reason: line(200) },
  output: {},
  refusals: ['NOTHING_TO_REVOKE', 'OWN_SUBMISSION'],
})

export const claimKindNames: Record<ClaimKind, string> = { position: '岗位', badge: '荣誉标识' }
export const pledgeCategoryNames: Record<PledgeCategory, string> = {
  study: '学习',
  post: '岗位',
  service: '服务',
  integrity: '廉洁',
  conduct: '作风',
  other: '其他',
}
export const pledgeStateNames: Record<PledgeState, string> = {
  draft: '草稿',
  proposed: '待审核',
  published: '践诺中',
  kept: '已兑现',
  partly: '部分兑现',
  broken: '未兑现',
}
export const performanceStateNames: Record<PerformanceState, string> = { draft: '草稿', submitted: '待核实', verified: '已核实' }
export const projectKindNames: Record<ProjectKind, string> = { innovation: '创新', excellence: '创优', efficiency: '创效' }
export const projectStateNames: Record<ProjectState, string> = {
  draft: '草稿',
  proposed: '待审核',
  running: '进行中',
  accepted: '已验收',
  stopped: '已停止',
}
export const pairingKindNames: Record<PairingKind, string> = {
  'demonstration-post': '示范岗',
  'demonstration-area': '示范区',
  place: '挂点',
  customer: '挂户',
}
export const wordKindNames: Record<WordKind, string> = { thanks: '感谢', suggestion: '建议' }
export const submissionKindNames: Record<SubmissionKind, string> = {
  position: '岗位',
  badge: '荣誉标识',
  pledge: '承诺',
  'pledge-revision': '承诺修订',
  'pledge-outcome': '承诺兑现',
  performance: '绩效',
  project: '示范项目',
  'project-result': '项目验收',
  word: '群众留言',
}
