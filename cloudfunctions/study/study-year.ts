import { yearlyHours } from './contract'

/** The year it is in China at that moment. */
export const yearAt = (at: Date): number => new Date(at.getTime() + chinaOffset).getUTCFullYear()

/** From the first moment of a year in China up to the first of the next. */
export const yearSpan = (year: number): { from: Date; until: Date } => ({ from: newYear(year), until: newYear(year + 1) })

const chinaOffset = 8 * 3_600_000
const newYear = (year: number) => new Date(Date.UTC(year, 0, 1) - chinaOffset)

const officers = new Set(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'leader'])

/** How many hours a year are wanted of whoever holds these posts: of secretaries and members of a committee more. */
export const hoursWantedOf = (posts: readonly string[]): number =>
  posts.some((post) => officers.has(post)) ? yearlyHours.officer : yearlyHours.member
