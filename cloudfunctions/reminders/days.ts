import { toDay } from '../kernel/clock'

const day = 86_400_000

/** When the day in China began that it is at `now`, or that many days later. */
export const dayStart = (now: Date, later = 0) => new Date(Date.parse(`${toDay(now)}T00:00:00+08:00`) + later * day)

/** Eight in the morning of this week's Monday; before that, of the last one's. */
export function weekStart(now: Date): Date {
  const eight = new Date(now.getTime() - 8 * 3_600_000)
  const weekday = new Date(`${toDay(eight)}T00:00:00Z`).getUTCDay()
  return new Date(dayStart(eight, -((weekday + 6) % 7)).getTime() + 8 * 3_600_000)
}
