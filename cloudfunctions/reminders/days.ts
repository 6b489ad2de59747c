const hour = 3_600_000
const day = 24 * hour
/** China's time, without daylight saving since 1991. */
const offset = 8 * hour

/** When the day in China began that it is at `now`, or that many days later. */
export const dayStart = (now: Date, later = 0) => new Date((Math.floor((now.getTime() + offset) / day) + later) * day - offset)

/** Eight in the morning of this week's Monday; before that, of the last one's. */
export function weekStart(now: Date): Date {
  const eight = new Date(now.getTime() - 8 * hour)
  const weekday = new Date(eight.getTime() + offset).getUTCDay()
  return new Date(dayStart(eight, -((weekday + 6) % 7)).getTime() + 8 * hour)
}
