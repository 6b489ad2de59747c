import { momentOf } from './time'

/** Days from `today` until `dueOn`, both `YYYY-MM-DD` in China; negative once it has passed. */
export const daysUntil = (dueOn: string, today: string) =>
  Math.round((Date.parse(momentOf(dueOn, '00:00')) - Date.parse(momentOf(today, '00:00'))) / 86_400_000)

/** 11月30日, or 2027年3月31日 of another year. A deadline is always named by its date. */
export function dayOf(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`
}

/** 还有 7 天, 今天到期, 已过 3 天 */
export function dueWords(dueOn: string, today: string): string {
  const days = daysUntil(dueOn, today)
  if (days === 0) return '今天到期'
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`
}
