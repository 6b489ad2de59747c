import { mostInSeries, type RepetitionStep } from './series-contract'

export interface Repetition {
  every: RepetitionStep
  /** How many meetings, the first one included. */
  count?: number | undefined
  /** The last day it may be, 2026-12-31, in China. */
  until?: string | undefined
}

const week = 7 * 86_400_000
/** China has one time zone and no summer time (UTC+8). */
const china = 8 * 3_600_000
/** A moment on the wire lies before 2100. */
const lastDay = '2099-12-31'

/**
 * When a series meets, the first time included: until `count`, the day `until` or a year after the first, whichever comes first.
 * A month without the day, or without a fifth such weekday, meets on its last one: a month left out would be a month without a theme day.
 */
export function meetingDates(first: Date, { every, count = mostInSeries, until = lastDay }: Repetition): Date[] {
  const { year, month, day, time } = partsOf(first)
  const yearLater = Date.UTC(year + 1, month, day) + time - china
  const dates = [first]
  while (dates.length < Math.min(count, mostInSeries)) {
    const next = stepsAfter(first, every, dates.length)
    if (next.getTime() > yearLater || dayOf(next) > until || dayOf(next) > lastDay) break
    dates.push(next)
  }
  return dates
}

function stepsAfter(first: Date, every: RepetitionStep, steps: number): Date {
  if (every === 'week') return new Date(first.getTime() + steps * week)
  const { year, month, day, time } = partsOf(first)
  const last = new Date(Date.UTC(year, month + steps + 1, 0)).getUTCDate()
  const chosen = every === 'month-day' ? Math.min(day, last) : sameWeekday(first, new Date(Date.UTC(year, month + steps, 1)), last)
  return new Date(Date.UTC(year, month + steps, chosen) + time - china)
}

/** The day of the month that is the same weekday in the same week of it as `first`; the last such one where there are fewer. */
function sameWeekday(first: Date, monthStart: Date, last: number): number {
  const { day, weekday } = partsOf(first)
  const day1 = 1 + ((weekday - monthStart.getUTCDay() + 7) % 7)
  const chosen = day1 + 7 * (weekOf(day) - 1)
  return chosen > last ? chosen - 7 : chosen
}

/** The how manieth such weekday of its month a day is: 1 to 5. */
export const weekOf = (day: number) => Math.ceil(day / 7)

/** A month at the beginning of a title follows the meeting: 11月主题党日 is 12月主题党日 a month later, 十一月 is 十二月. */
export function titleOn(title: string, from: Date, to: Date): string {
  for (const name of [arabic, chinese]) {
    const start = name(partsOf(from).month)
    if (title.startsWith(start)) return name(partsOf(to).month) + title.slice(start.length)
  }
  return title
}

const arabic = (month: number) => `${month + 1}月`
const chinese = (month: number) => `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][month]}月`

/** A moment as China's calendar and clock have it; `time` in ms since midnight. */
function partsOf(at: Date) {
  const there = new Date(at.getTime() + china)
  const midnight = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate())
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth(),
    day: there.getUTCDate(),
    weekday: there.getUTCDay(),
    time: there.getTime() - midnight,
  }
}

const dayOf = (at: Date) => new Date(at.getTime() + china).toISOString().slice(0, 10)
