import { toMoment } from '../kernel/clock'
import { dayStart, weekStart } from './days'

const china = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)

it('begins a day at midnight in China', () => {
  expect(toMoment(dayStart(china('2026-11-25 00:00:00')))).toBe('2026-11-25T00:00:00.000+08:00')
  expect(toMoment(dayStart(china('2026-11-25 23:59:59')))).toBe('2026-11-25T00:00:00.000+08:00')
  expect(toMoment(dayStart(china('2026-12-31 12:00:00'), 1))).toBe('2027-01-01T00:00:00.000+08:00')
})

it.each([
  ['2026-11-23 08:00:00', '2026-11-23', 'Monday at eight'],
  ['2026-11-23 07:59:59', '2026-11-16', 'Monday before eight'],
  ['2026-11-25 12:00:00', '2026-11-23', 'Wednesday'],
  ['2026-11-29 23:59:59', '2026-11-23', 'Sunday night'],
  ['2027-01-01 12:00:00', '2026-12-28', 'across the year'],
])('begins the week of %s on %s: %s', (now, monday) => {
  expect(toMoment(weekStart(china(now)))).toBe(`${monday}T08:00:00.000+08:00`)
})
