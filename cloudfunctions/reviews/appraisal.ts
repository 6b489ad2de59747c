import { type Grade, grades, type Part, parts } from './contract'

/** In percent. Setting of the organisation; this is its default. */
export const partWeights: Readonly<Record<Part, number>> = { self: 10, mutual: 30, public: 30, organisation: 30 }

/** Least score of each grade but the last. Setting of the organisation; this is its default. */
export const gradeBounds: Readonly<Record<Exclude<Grade, 'unqualified'>, number>> = {
  excellent: 90,
  qualified: 75,
  'basically-qualified': 60,
}

/** The weighted marks of some ballots, added up, and how many ballots they are: a mean that is not rounded yet. */
export interface PartScore {
  sum: number
  ballots: number
}

export interface AppraisalScore {
  /** With two decimals, rounded half up, as text; null where no part has enough ballots. What is shown is what ranks and grades. */
  score: string | null
  /** Parts with too few ballots: their weight went to the others. */
  dropped: Part[]
}

/**
 * Σ weight × part over the parts that have enough ballots (`least`; oneself is one and no secret), the weights scaled up to a whole.
 * `scale` is what the weights of the criteria come to, by which each ballot's marks are multiplied. Exact until the one rounding at the end.
 */
export function appraisalScore(
  scores: Partial<Record<Part, PartScore>>,
  least: number,
  scale = 1,
  weights: Readonly<Record<Part, number>> = partWeights,
): AppraisalScore {
  const counts = (part: Part) => (scores[part]?.ballots ?? 0) >= (part === 'self' ? 1 : Math.max(1, least))
  const dropped = parts.filter((part) => weights[part] > 0 && !counts(part))
  const counted = parts.filter((part) => weights[part] > 0 && counts(part))
  if (!counted.length) return { score: null, dropped }
  // Σ (w × sum / ballots) / Σ w over one denominator.
  let top = 0n
  let bottom = 1n
  let weight = 0n
  for (const part of counted) {
    const { sum, ballots } = scores[part] ?? { sum: 0, ballots: 1 }
    top = top * BigInt(ballots) + BigInt(weights[part]) * BigInt(sum) * bottom
    bottom *= BigInt(ballots)
    weight += BigInt(weights[part])
  }
  return { score: toHundredths(top, bottom * weight * BigInt(scale)), dropped }
}

/** `top / bottom` with two decimals, half up; neither is negative. */
export function toHundredths(top: bigint, bottom: bigint): string {
  const hundredths = (200n * top + bottom) / (2n * bottom)
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export interface Appraised {
  memberId: string
  /** As `appraisalScore` has it. */
  score: string | null
  /** The best grade left to somebody who crossed a line (底线), whatever the score. */
  cap?: Grade | undefined
}

/**
 * Everybody's grade in one branch. No more than a third of all of them, rounded down, are 优秀, by rank; those who tie where the places
 * end share the lower grade. Whoever has no score has no grade.
 */
export function gradesOf(branch: readonly Appraised[]): Map<string, Grade | null> {
  const places = Math.floor(branch.length / 3)
  const able = branch
    .filter((each) => gradeOf(each) === 'excellent')
    .map(({ score }) => hundredthsOf(score))
    .sort((a, b) => b - a)
  // The first who finds no place; everybody with the same score goes without, too.
  const border = able[places] ?? -1
  return new Map(
    branch.map((each) => {
      const grade = gradeOf(each)
      return [each.memberId, grade === 'excellent' && hundredthsOf(each.score) <= border ? 'qualified' : grade]
    }),
  )
}

/** By score and cap alone, before the third is looked at. */
function gradeOf({ score, cap }: Appraised): Grade | null {
  if (score === null) return null
  const value = hundredthsOf(score)
  const reached = grades.find((grade) => grade === 'unqualified' || value >= 100 * gradeBounds[grade]) ?? 'unqualified'
  return cap && grades.indexOf(cap) > grades.indexOf(reached) ? cap : reached
}

const hundredthsOf = (score: string | null) => Math.round(100 * Number(score ?? 0))
