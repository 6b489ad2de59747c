import { calendarDate, clockTime, dayAndTime, dayName, momentOf, monthName, untilStart } from './time'

const now = Date.parse('2026-11-23T14:00:00+08:00')
const minutes = (count: number) => now + count * 60_000

it('shows every time as it is in China, wherever the phone is', () => {
  expect(clockTime('2026-11-23T23:30:00Z')).toBe('07:30')
  expect(calendarDate('2026-11-23T23:30:00Z')).toBe('2026-11-24')
  expect(monthName('2026-11-30T16:00:00Z')).toBe('2026年12月')
  expect(dayName('2026-11-23T16:00:00Z', now)).toBe('明天')
})

it('makes a moment of a date and a time, and the same date and time of the moment', () => {
  const moment = momentOf('2026-11-24', '00:30')
  expect(moment).toBe('2026-11-24T00:30:00+08:00')
  expect([calendarDate(moment), clockTime(moment)]).toEqual(['2026-11-24', '00:30'])
})

it.each([
  ['2026-11-23T00:00:00+08:00', '今天 00:00'],
  ['2026-11-23T23:59:00+08:00', '今天 23:59'],
  ['2026-11-24T00:00:00+08:00', '明天 00:00'],
  ['2026-11-22T23:59:00+08:00', '昨天 23:59'],
  ['2026-11-28T15:00:00+08:00', '11月28日 周六 15:00'],
  ['2027-01-03T09:00:00+08:00', '2027年1月3日 周日 09:00'],
  ['2025-11-23T09:00:00+08:00', '2025年11月23日 周日 09:00'],
])('calls %s "%s"', (moment, words) => {
  expect(dayAndTime(moment, now)).toBe(words)
})

it.each([
  [2 * 1440, '还有 2 天'],
  [2 * 1440 - 1, '还有 1 天'],
  [1440, '还有 1 天'],
  [1439, '还有 23 小时'],
  [60, '还有 1 小时'],
  [59, '还有 59 分钟'],
  [0.2, '还有 1 分钟'],
  [0, '即将开始'],
  [-59, '即将开始'],
  [-60, undefined],
])('says of a start in %s minutes: %s', (distance, words) => {
  expect(untilStart(minutes(distance), now)).toBe(words)
})
