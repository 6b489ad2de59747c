import { dayOf, dueWords } from './due-day'

it.each([
  ['2026-11-30', '还有 7 天'],
  ['2026-11-24', '还有 1 天'],
  ['2026-11-23', '今天到期'],
  ['2026-11-22', '已过 1 天'],
  ['2025-11-23', '已过 365 天'],
])('says how far %s is', (dueOn, words) => {
  expect(dueWords(dueOn, '2026-11-23')).toBe(words)
})

it.each([
  ['2026-11-23', '11月23日'],
  ['2026-12-01', '12月1日'],
  ['2027-03-31', '2027年3月31日'],
])('names %s as people do', (day, name) => {
  expect(dayOf(day, '2026-11-23')).toBe(name)
})
