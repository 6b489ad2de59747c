import { hasBegun, quarterOf, quartersToChoose, trendOf, trendStart } from './quarter'

const at = (text: string) => new Date(`${text}+08:00`)

describe('a quarter', () => {
  it.each([
    ['2026-01-01T00:00:00', 2026, 1],
    ['2026-03-31T23:59:59', 2026, 1],
    ['2026-04-01T00:00:00', 2026, 2],
    ['2026-06-30T23:59:59', 2026, 2],
    ['2026-07-01T00:00:00', 2026, 3],
    ['2026-10-01T00:00:00', 2026, 4],
    ['2026-12-31T23:59:59', 2026, 4],
    ['2027-01-01T00:00:00', 2027, 1],
  ])('at %s in China is %i/%i, whatever day it is elsewhere', (moment, year, quarter) => {
    expect(quarterOf(at(moment))).toEqual({ year, quarter })
  })

  it('begins at midnight in China, eight hours before it does in Greenwich', () => {
    const fourth = { year: 2026, quarter: 4 }
    expect(hasBegun(fourth, new Date('2026-09-30T15:59:59.999Z'))).toBe(false)
    expect(hasBegun(fourth, new Date('2026-09-30T16:00:00Z'))).toBe(true)
  })

  it('has begun where it is over, and has not in a year to come', () => {
    const now = at('2026-11-25T10:00:00')
    expect(hasBegun({ year: 2020, quarter: 4 }, now)).toBe(true)
    expect(hasBegun({ year: 2027, quarter: 1 }, now)).toBe(false)
  })
})

it('can be chosen of this year and the last, the latest first, none that has not begun', () => {
  const chosen = quartersToChoose(at('2026-05-01T00:00:00')).map(({ year, quarter }) => `${year}/${quarter}`)
  expect(chosen).toEqual(['2026/2', '2026/1', '2025/4', '2025/3', '2025/2', '2025/1'])
})

describe('a trend', () => {
  const now = at('2026-11-25T10:00:00')
  const quarters = ['2025/1', '2025/2', '2025/3', '2025/4', '2026/1', '2026/2', '2026/3', '2026/4']

  it('is eight quarters, this one last, those without an entry as well', () => {
    const trend = trendOf([], now)
    expect(trend.map(({ year, quarter }) => `${year}/${quarter}`)).toEqual(quarters)
    expect(trend.every(({ verified, figures }) => verified === 0 && figures.length === 0)).toBe(true)
    expect(trendStart(now)).toEqual({ year: 2025, quarter: 1 })
  })

  it('reaches over two turns of the year in the first quarter', () => {
    const trend = trendOf([], at('2026-02-01T00:00:00'))
    expect([trend[0], trend[7]]).toMatchObject([
      { year: 2024, quarter: 2 },
      { year: 2026, quarter: 1 },
    ])
  })

  it('counts entries with and without a figure, and leaves each sum as the database wrote it', () => {
    const third = { year: 2026, quarter: 3 }
    const trend = trendOf(
      [
        { ...third, unit: '家', entries: 2, sum: '0.3' },
        { ...third, unit: '万元', entries: 1, sum: '999999999999.9999' },
        { ...third, unit: null, entries: 4, sum: null },
        { year: 2024, quarter: 4, unit: null, entries: 9, sum: null },
      ],
      now,
    )
    expect(trend.find(({ quarter, year }) => year === 2026 && quarter === 3)).toEqual({
      ...{ ...third, verified: 7 },
      figures: [
        { unit: '家', sum: '0.3' },
        { unit: '万元', sum: '999999999999.9999' },
      ],
    })
    expect(trend.reduce((total, { verified }) => total + verified, 0)).toBe(7)
  })
})
