import { monthStart, yearOf } from '../meetings/cadence'

export interface Quarter {
  year: number
  /** 1–4 */
  quarter: number
}

/** How many quarters a trend looks back over, the current one included. */
const lookedBack = 8

const quarterStart = ({ year, quarter }: Quarter) => monthStart(year, quarter * 3 - 2)

/** Whether a quarter has begun in China; what is achieved in it cannot be said before. */
export const hasBegun = (quarter: Quarter, now: Date): boolean => quarterStart(quarter) <= now

/** The quarter it is in China. */
export function quarterOf(now: Date): Quarter {
  const year = yearOf(now)
  const begun = [1, 2, 3, 4].filter((quarter) => hasBegun({ year, quarter }, now))
  return { year, quarter: begun.length }
}

/** The quarters of this year and the last that have begun, the latest first. */
export function quartersToChoose(now: Date): Quarter[] {
  const { year, quarter } = quarterOf(now)
  return quartersBefore({ year, quarter }, quarter + 4)
}

/** Verified entries of one quarter and figure unit; `unit` is null for those that state a fact. */
export interface VerifiedTally extends Quarter {
  unit: string | null
  entries: number
  /** A decimal, as text: added up by the database, exactly. */
  sum: string | null
}

export interface TrendQuarter extends Quarter {
  verified: number
  figures: { unit: string; sum: string }[]
}

/** Quarters without an entry stand there too: a trend with holes closed up would be none. */
export function trendOf(tallies: readonly VerifiedTally[], now: Date): TrendQuarter[] {
  return quartersBefore(quarterOf(now), lookedBack)
    .reverse()
    .map(({ year, quarter }) => {
      const own = tallies.filter((tally) => tally.year === year && tally.quarter === quarter)
      const figures = own.flatMap(({ unit, sum }) => (unit !== null && sum !== null ? [{ unit, sum }] : []))
      return { year, quarter, verified: own.reduce((total, { entries }) => total + entries, 0), figures }
    })
}

/** The first quarter of a trend. */
export const trendStart = (now: Date): Quarter => quartersBefore(quarterOf(now), lookedBack)[lookedBack - 1] ?? quarterOf(now)

/** So many quarters up to this one, the latest first. */
function quartersBefore({ year, quarter }: Quarter, count: number): Quarter[] {
  const last = year * 4 + quarter - 1
  return Array.from({ length: count }, (_, back) => ({ year: Math.floor((last - back) / 4), quarter: ((last - back) % 4) + 1 }))
}
