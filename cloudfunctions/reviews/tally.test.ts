import { isMark, medianOf, tallyOf } from './tally'

const criteria = [
  { name: '政治品德', weight: 30 },
  { name: '岗位履职', weight: 70 },
]

it('weighs the criteria, counts each mark and rounds once', () => {
  const tally = tallyOf(
    criteria,
    [
      [100, 80],
      [95, 85],
      [95, 80],
    ],
    3,
  )
  // Means 96.666… and 81.666…; 29 + 57.1666… = 86.1666…
  expect(tally).toMatchObject({
    ballots: 3,
    score: '86.17',
    criteria: [
      { name: '政治品德', mean: '96.67' },
      { name: '岗位履职', mean: '81.67' },
    ],
  })
  expect(tally.criteria[0]?.distribution).toEqual([...Array(19).fill(0), 2, 1])
  expect(tally.criteria[1]?.distribution.slice(15)).toEqual([0, 2, 1, 0, 0, 0])
})

it('tells only the number of ballots below the minimum, and nothing of none', () => {
  expect(
    tallyOf(
      criteria,
      [
        [100, 80],
        [95, 85],
      ],
      3,
    ),
  ).toEqual({ ballots: 2, score: null, criteria: [] })
  expect(tallyOf(criteria, [], 0)).toEqual({ ballots: 0, score: null, criteria: [] })
})

it('is the same in whatever order the ballots come', () => {
  const ballots = [
    [100, 80],
    [0, 85],
    [95, 5],
  ]
  expect(tallyOf(criteria, [...ballots].reverse(), 1)).toEqual(tallyOf(criteria, ballots, 1))
})

it.each([
  [[], null],
  [['88.70'], '88.70'],
  [['60.00', '90.01', '80.00'], '80.00'],
  [['80.01', '90.00'], '85.01'],
] as const)('the median of %j is %s', (scores, median) => {
  expect(medianOf(scores)).toBe(median)
})

it('takes marks from 0 to 100 in steps of five', () => {
  expect([0, 5, 100].every(isMark)).toBe(true)
  expect([-5, 3, 105, 2.5, Number.NaN].some(isMark)).toBe(false)
})
