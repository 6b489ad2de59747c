import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const day = 86_400_000

/** Meetings happen in China: every time is shown as it is there, whatever the phone thinks (UTC+8, no summer time). */
const inChina = (moment: string | number) => dayjs.utc(moment).utcOffset(8)

/** 15:00 */
export const clockTime = (moment: string | number) => inChina(moment).format('HH:mm')

/** 2026-11-24 */
export const calendarDate = (moment: string | number) => inChina(moment).format('YYYY-MM-DD')

/** The moment of a date and a clock time in China. */
export const momentOf = (date: string, time: string) => `${date}T${time}:00+08:00`

/** 2026年11月 */
export const monthName = (moment: string | number) => inChina(moment).format('YYYY年M月')

/** 今天 15:00, 明天 15:00, 11月28日 周六 15:00, 2025年11月28日 周五 15:00 */
export function dayAndTime(moment: string | number, now: number = Date.now()): string {
  return `${dayName(moment, now)} ${clockTime(moment)}`
}

/** 今天, 明天, 昨天, 11月28日 周六 */
export function dayName(moment: string | number, now: number = Date.now()): string {
  const at = inChina(moment)
  const today = inChina(now)
  const distance = Math.round((at.startOf('day').valueOf() - today.startOf('day').valueOf()) / day)
  const near = { [-1]: '昨天', 0: '今天', 1: '明天' }[distance]
  if (near) return near
  const date = at.format(at.year() === today.year() ? 'M月D日' : 'YYYY年M月D日')
  return `${date} ${weekdays[at.day()]}`
}

/** 周四 */
export const weekdayName = (moment: string | number) => weekdays[inChina(moment).day()] ?? ''

/** How long until then: 还有 2 天, 还有 3 小时, 还有 12 分钟, 即将开始; nothing once it is past. */
export function untilStart(moment: string | number, now: number): string | undefined {
  const minutes = Math.ceil((new Date(moment).getTime() - now) / 60_000)
  if (minutes <= -60) return undefined
  if (minutes <= 0) return '即将开始'
  if (minutes < 60) return `还有 ${minutes} 分钟`
  if (minutes < 24 * 60) return `还有 ${Math.floor(minutes / 60)} 小时`
  return `还有 ${Math.floor(minutes / 1440)} 天`
}
