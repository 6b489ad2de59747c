import type { Likeness } from './passages'

/** What is found of one hash: so many reports hold it that it is a set phrase (提法), and says nothing about copying. */
export const commonFrom = 30
/** Reports that are compared word for word. */
export const mostCompared = 5

interface Found {
  hash: number
  reportId: string
}

/** Hashes of what many write. `found` lists each hash with `commonFrom` reports at most. */
export function commonHashes(found: readonly Found[]): Set<number> {
  const counts = new Map<number, number>()
  for (const { hash } of found) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= commonFrom).map(([hash]) => hash))
}

/**
 * The reports that share most with a text, the most first. What many write weighs little, but it weighs: an essay that thirty people
 * copied from one place is in every hash a set phrase.
 */
export function mostAlike(found: readonly Found[], common: ReadonlySet<number>): string[] {
  const weights = new Map<string, number>()
  for (const { hash, reportId } of found) weights.set(reportId, (weights.get(reportId) ?? 0) + (common.has(hash) ? 0.2 : 1))
  return [...weights]
    .filter(([, weight]) => weight >= 1)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, mostCompared)
    .map(([reportId]) => reportId)
}

/** Whether the reviewer is told: a tenth of the text, or one passage of 80 characters. Never more than a hint. */
export const isWorthTelling = ({ percent, passages }: Likeness): boolean =>
  percent >= 10 || passages.some(({ from, until }) => until - from >= 80)
