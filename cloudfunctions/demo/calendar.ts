const day = 86_400_000
const chinaOffset = 8 * 3_600_000

/** A day in China, such as `2026-03-09`. */
export type Day = string

export const dayOf = (at: Date): Day => new Date(at.getTime() + chinaOffset).toISOString().slice(0, 10)
export const momentOf = (date: Day, time: string) => new Date(`${date}T${time}:00+08:00`)
export const addDays = (date: Day, days: number): Day => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
export const addMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

export const hoursBefore = (at: Date, hours: number) => addMinutes(at, -60 * hours)

export interface Month {
  year: number
  /** 1–12 */
  month: number
}

/** The twelve full months before a day and the month it falls into, earliest first. */
export function yearUntil(date: Day): Month[] {
  const last = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return Array.from({ length: 13 }, (_, index) => last - 12 + index).map((each) => ({
    year: Math.floor(each / 12),
    month: (each % 12) + 1,
  }))
}

export const dayIn = ({ year, month }: Month, dayOfMonth: number): Day =>
  new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10)

const solarHolidays = new Set([
  '01-01',
  '04-05',
  '05-01',
  '05-02',
  '05-03',
  '05-04',
  '05-05',
  ...[1, 2, 3, 4, 5, 6, 7].map((each) => `10-0${each}`),
])
/** 春节, 端午, 中秋, as month/day of the lunar calendar. */
const lunarHolidays = new Set(['1/1', '1/2', '1/3', '1/4', '1/5', '1/6', '1/7', '5/5', '8/15'])
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

function lunarDay(date: Day): string {
  const parts = lunar.formatToParts(new Date(date))
  const part = (type: 'month' | 'day') => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('month')}/${part('day')}`
}

/** Whether offices are open; working weekends around long holidays (调休) are left out. */
export function isWorkday(date: Day): boolean {
  const weekday = new Date(date).getUTCDay()
  if (weekday === 0 || weekday === 6 || solarHolidays.has(date.slice(5))) return false
  const isNewYearsEve = lunarDay(addDays(date, 1)) === '1/1'
  return !isNewYearsEve && !lunarHolidays.has(lunarDay(date))
}

/** The first workday from `date` on that is not taken. */
export function workdayFrom(date: Day, taken: ReadonlySet<Day> = new Set()): Day {
  let found = date
  while (!isWorkday(found) || taken.has(found)) found = addDays(found, 1)
  return found
}
