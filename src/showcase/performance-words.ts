import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { PerformanceState } from '../../cloudfunctions/showcase/contract'
import type { performance, performances } from '../../cloudfunctions/showcase/performance-contract'

export type Performance = OutputOf<typeof performance>
export type Performances = OutputOf<typeof performances>
export type PerformanceEntry = Performances['entries'][number]

export const performanceTones: Record<PerformanceState, 'plain' | 'warning' | 'success'> = {
  draft: 'plain',
  submitted: 'warning',
  verified: 'success',
}

export const subjectNames = { pledge: '承诺', project: '示范项目' }

/** What a trend can show: how many entries were verified, then each unit a figure was given in, in the order they first appear. */
export function measuresOf(trend: Performances['trend']): string[] {
  return [...new Set(trend.flatMap(({ figures }) => figures.map(({ unit }) => unit)))]
}

/** One unit's sums, or without one the number of entries, quarter by quarter. */
export const pointsOf = (trend: Performances['trend'], unit: string | undefined) =>
  trend.map(({ year, quarter, verified, figures }) => ({
    ...{ year, quarter },
    value: unit === undefined ? `${verified}` : (figures.find((figure) => figure.unit === unit)?.sum ?? null),
  }))
