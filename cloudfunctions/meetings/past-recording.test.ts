import { overlaps, refuseToRecord } from './past-recording'

const at = (moment: string) => new Date(`${moment}+08:00`)
const hourFrom = (moment: string) => ({ startsAt: at(moment), durationMinutes: 60 })

describe('a past meeting may be recorded', () => {
  const now = at('2026-11-23T10:00:00')
  it.each([
    ['that ends later', '2026-11-23T09:00:01', 'NOT_OVER_YET'],
    ['that has not begun', '2026-11-24T09:00:00', 'NOT_OVER_YET'],
    ['that ends this moment', '2026-11-23T09:00:00', undefined],
    ['of a year and a day ago', '2025-11-22T10:00:00', undefined],
    ['of longer ago', '2025-11-22T09:59:59', 'TOO_LONG_AGO'],
  ])('or not: one %s', (_, startsAt, refusal) => {
    expect(refuseToRecord(hourFrom(startsAt), now)).toBe(refusal)
  })
})

describe('two meetings share a moment', () => {
  it.each([
    ['at the same time', '2026-11-20T15:00:00', true],
    ['where one begins during the other', '2026-11-20T15:59:59', true],
    ['where one is under way as the other begins', '2026-11-20T14:00:01', true],
    ['not where one begins as the other ends', '2026-11-20T16:00:00', false],
    ['not where one ends as the other begins', '2026-11-20T14:00:00', false],
    ['not on another day', '2026-11-21T15:00:00', false],
  ])('%s', (_, startsAt, shared) => {
    const one = hourFrom('2026-11-20T15:00:00')
    expect(overlaps(one, hourFrom(startsAt))).toBe(shared)
    expect(overlaps(hourFrom(startsAt), one)).toBe(shared)
  })
})
