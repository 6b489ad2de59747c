import { toHundredths } from './appraisal'

/** One criterion of a round; weights are whole numbers, and only what they are to one another counts. */
export interface Criterion {
  name: string
  weight: number
}

/** One ballot: a mark for each criterion in their order, from 0 to 100 in steps of 5. */
export type Marks = readonly number[]

export const markStep = 5
export const isMark = (mark: number) => Number.isInteger(mark) && mark >= 0 && mark <= 100 && mark % markStep === 0

export interface CriterionTally {
  name: string
  /** With two decimals, rounded half up. */
  mean: string
  /** How many ballots gave each mark: 21 numbers, for 0, 5 … 100. */
  distribution: number[]
}

export interface Tally {
  ballots: number
  /** Weighted over the criteria, two decimals; null below the round's minimum, where only the count is told. */
  score: string | null
  criteria: CriterionTally[]
}

/** What the ballots for one subject come to. Below `least` ballots nothing but their number: with so few, a mean says who gave what. */
export function tallyOf(criteria: readonly Criterion[], ballots: readonly Marks[], least: number): Tally {
  if (ballots.length < Math.max(1, least)) return { ballots: ballots.length, score: null, criteria: [] }
  const count = BigInt(ballots.length)
  const sums = criteria.map((_, index) => ballots.reduce((sum, marks) => sum + (marks[index] ?? 0), 0))
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const weighted = criteria.reduce((sum, { weight }, index) => sum + weight * (sums[index] ?? 0), 0)
  return {
    ballots: ballots.length,
    score: toHundredths(BigInt(weighted), count * BigInt(weights)),
    criteria: criteria.map(({ name }, index) => ({
      name,
      mean: toHundredths(BigInt(sums[index] ?? 0), count),
      distribution: Array.from(
        { length: 100 / markStep + 1 },
        (_, step) => ballots.filter((marks) => marks[index] === step * markStep).length,
      ),
    })),
  }
}

/** The middle of the branch's scores, two decimals: of an even number the mean of the two in the middle; null where there is none. */
export function medianOf(scores: readonly string[]): string | null {
  const sorted = scores.map((score) => Math.round(100 * Number(score))).sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) return null
  return toHundredths(BigInt(upper + lower), 200n)
}
