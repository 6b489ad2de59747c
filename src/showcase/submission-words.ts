import type { SubmissionState } from '../../cloudfunctions/showcase/contract'

type Tone = 'plain' | 'red' | 'success' | 'warning'

/** How a submission went, in a word. */
export const submissionWords: Record<SubmissionState, { text: string; tone: Tone }> = {
  waiting: { text: '待审核', tone: 'warning' },
  approved: { text: '已通过', tone: 'success' },
  returned: { text: '已退回', tone: 'warning' },
  'taken-back': { text: '本人撤回', tone: 'plain' },
  revoked: { text: '已撤销', tone: 'warning' },
}
