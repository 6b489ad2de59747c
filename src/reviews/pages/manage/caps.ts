import type { InputOf } from '../../../../cloudfunctions/kernel/contract'
import type { closeRound, Grade } from '../../../../cloudfunctions/reviews/contract'

/** One who crossed a line (底线), while it is written down. */
export interface CapDraft {
  memberId?: string
  grade?: Grade
  reason: string
}

type Caps = InputOf<typeof closeRound>['caps']

/** What is wrong with one of them, by field. */
export function faultsOfCap({ memberId, grade, reason }: CapDraft, others: readonly CapDraft[]) {
  return {
    memberId: !memberId ? '请选择党员' : others.some((each) => each.memberId === memberId) ? '这位党员已经写过' : undefined,
    grade: grade ? undefined : '请选择最高等次',
    reason: reason.trim() ? undefined : '请写明原因',
  }
}

/** What is sent; undefined while something is missing. */
export function capsOf(drafts: readonly CapDraft[]): Caps | undefined {
  const caps: Caps = []
  for (const { memberId, grade, reason } of drafts) {
    if (!memberId || !grade || !reason.trim() || caps.some((each) => each.memberId === memberId)) return undefined
    caps.push({ memberId, grade, reason: reason.trim() })
  }
  return caps
}
