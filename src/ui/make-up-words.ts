import type { MakeUpState } from '../../cloudfunctions/meetings/make-up-contract'

/** How a make-up stands, in a word; overdue is whatever is not handed in when its time has passed. */
export function makeUpWords(
  state: MakeUpState,
  dueAt: string,
  now: number,
): { text: string; tone: 'plain' | 'red' | 'success' | 'warning' } {
  if (state === 'accepted') return { text: '已通过', tone: 'success' }
  if (state === 'handed-in') return { text: '待审阅', tone: 'plain' }
  if (state === 'withdrawn') return { text: '不用补课', tone: 'plain' }
  if (Date.parse(dueAt) < now) return { text: '已逾期', tone: 'warning' }
  return state === 'returned' ? { text: '已退回', tone: 'warning' } : { text: '待补课', tone: 'red' }
}
