/** 思想汇报 · 学习心得 · 述职报告 · 对照检查: written in a draft that its author alone reads, handed in, returned or accepted. */

export const reportKinds = ['thought-report', 'study-note', 'duty-report', 'self-check'] as const
export const reportStates = ['draft', 'submitted', 'returned', 'accepted'] as const
/** Who looks at it: the group leader first where there is one, then the branch. */
export const reportSteps = ['group', 'branch'] as const

export type ReportKind = (typeof reportKinds)[number]
export type ReportState = (typeof reportStates)[number]
export type ReportStep = (typeof reportSteps)[number]

/** What a kind is called. */
export const reportWords: Record<ReportKind, string> = {
  'thought-report': '思想汇报',
  'study-note': '学习心得',
  'duty-report': '述职报告',
  'self-check': '对照检查材料',
}
