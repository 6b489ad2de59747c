import fc from 'fast-check'
import { quorum } from '../meetings/quorum'
import { type Counts, faultOfHands, resultOf } from './majority'

const result = (entitled: number, present: number, inFavour: number, against: number, abstained: number) =>
  resultOf({ entitled, present, inFavour, against, abstained })

describe('a motion passes with more than half of all entitled', () => {
  it.each([
    // entitled, present, in favour, against, abstained → not voted, passed
    ['an odd number: 6 of 11', [11, 11, 6, 5, 0], 0, true],
    ['an odd number: 5 of 11 are less than half', [11, 11, 5, 6, 0], 0, false],
    ['an even number: 6 of 10', [10, 10, 6, 4, 0], 0, true],
    ['a tie: 5 of 10 are half and not more', [10, 10, 5, 5, 0], 0, false],
    ['a majority of those present is none of those entitled', [10, 6, 5, 1, 0], 4, false],
    ['everyone present, just the quorum', [10, 6, 6, 0, 0], 4, true],
    ['abstentions are not in favour', [10, 10, 5, 0, 5], 0, false],
    ['abstentions do not hinder either', [10, 10, 6, 0, 4], 0, true],
    ['silence is not in favour', [10, 10, 5, 0, 0], 5, false],
    ['a committee of three: two', [3, 2, 2, 0, 0], 1, true],
    ['a committee of two: both', [2, 2, 1, 0, 1], 0, false],
    ['one person alone', [1, 1, 1, 0, 0], 0, true],
    ['nobody entitled decides nothing', [0, 0, 0, 0, 0], 0, false],
  ] as const)('%s', (_, [entitled, present, inFavour, against, abstained], notVoted, passed) => {
    expect(result(entitled, present, inFavour, against, abstained)).toMatchObject({ notVoted, passed })
  })
})

describe('whatever the numbers', () => {
  const counts: fc.Arbitrary<Counts> = fc
    .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
    .map(([absent, silent, inFavour, against, abstained]) => {
      const present = silent + inFavour + against + abstained
      return { entitled: present + absent, present, inFavour, against, abstained }
    })
  const always = (property: (counts: Counts) => boolean) => fc.assert(fc.property(counts, property), { seed: 20261124, numRuns: 2_000 })

  it('it passes exactly when those in favour outnumber everybody else who is entitled', () => {
    always((each) => resultOf(each).passed === each.inFavour > each.entitled - each.inFavour)
  })

  it('the four numbers add up to those entitled', () => {
    always((each) => resultOf(each).notVoted + each.inFavour + each.against + each.abstained === each.entitled)
  })

  it('what passed had a quorum', () => {
    always((each) => !resultOf(each).passed || quorum('assembly', each.entitled, each.present).met)
  })

  it('one more in favour never undoes it, one more who is entitled never brings it about', () => {
    always((each) => {
      const { passed } = resultOf(each)
      const gained = resultOf({ ...each, inFavour: each.inFavour + 1, present: each.present + 1, entitled: each.entitled + 1 })
      const widened = resultOf({ ...each, entitled: each.entitled + 1 })
      return (!passed || gained.passed) && (passed || !widened.passed)
    })
  })
})

describe('counted hands', () => {
  it.each([
    [5, 3, 1, 1, undefined],
    [5, 0, 0, 0, undefined],
    [5, 4, 1, 1, '三项合计 6 人，多于到会有表决权的 5 人，请重新清点'],
  ])('of %i present, %i in favour, %i against and %i abstained: %s', (present, inFavour, against, abstained, fault) => {
    expect(faultOfHands({ present, inFavour, against, abstained })).toBe(fault)
  })
})
