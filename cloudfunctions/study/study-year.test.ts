import { hoursWantedOf, yearAt, yearSpan } from './study-year'

it('begins at midnight in China', () => {
  expect(yearSpan(2026)).toEqual({ from: new Date('2026-01-01T00:00:00+08:00'), until: new Date('2027-01-01T00:00:00+08:00') })
  expect(yearAt(new Date('2026-12-31T23:59:59+08:00'))).toBe(2026)
  expect(yearAt(new Date('2027-01-01T00:00:00+08:00'))).toBe(2027)
})

it('wants 32 hours of a member and 56 of secretaries and members of a committee', () => {
  expect(hoursWantedOf([])).toBe(32)
  expect(hoursWantedOf(['group-leader', 'administrator'])).toBe(32)
  for (const post of ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'leader'])
    expect(hoursWantedOf(['administrator', post])).toBe(56)
})
