import type { InputOf } from '../kernel/contract'
import type { decide } from './contract'

export type Item = InputOf<typeof decide>['items'][number]

/**
 * The order in which items are decided: by what each decision locks, the same for everybody. So two officers with the same list,
 * in whatever order it came, wait for one another and never in a circle. `owners` is whose a submission is.
 */
export function inLockOrder(items: readonly Item[], owners: ReadonlyMap<string, string>): Item[] {
  const keyed = items.map((item) => ({ item, key: lockKey(item, owners) }))
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ item }) => item)
}

function lockKey(item: Item, owners: ReadonlyMap<string, string>): string {
  if (item.kind === 'submission') return `person ${owners.get(item.submissionId) ?? ''} ${item.submissionId}`
  return `meeting ${item.meetingId} ${item.memberId} ${item.kind}`
}

interface Waiting {
  at: Date
  key: string
}

/** The first of several lists together: the oldest, and of those that came at one moment the first by key. */
export const oldest = <Each extends Waiting>(items: readonly Each[], limit: number): Each[] =>
  [...items].sort((a, b) => a.at.getTime() - b.at.getTime() || compareText(a.key, b.key)).slice(0, limit)

/** As the database's collation "C" has it, not the language's. */
const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b))
