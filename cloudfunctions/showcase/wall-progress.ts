import { dueSoonDays } from './pledge-contract'
import { dayAfter } from './pledge-rules'
import type { WallProgress } from './wall-contract'

interface Pledges {
  /** Settled ones as well. */
  published: number
  settled: number
  /** The day the first of those that are not settled is due. */
  nextDue: string | null
}

/** The last day that is soon. */
export const soonUntil = (today: string) => dayAfter(today, dueSoonDays)

/** How somebody's pledges of a year stand. `wall-queries.ts` filters by the same rule. */
export function progressOf({ published, settled, nextDue }: Pledges, today: string): WallProgress {
  if (!published) return 'none'
  if (settled === published || !nextDue) return 'settled'
  if (nextDue < today) return 'overdue'
  return nextDue <= soonUntil(today) ? 'due-soon' : 'under-way'
}
