import fc from 'fast-check'
import { type Appraised, appraisalScore, gradesOf, toHundredths } from './appraisal'
import { type Grade, grades } from './contract'

describe('the score', () => {
  const whole = { self: { sum: 95, ballots: 1 }, mutual: { sum: 880, ballots: 10 }, public: { sum: 455, ballots: 5 } }

  it('is 10 % self, 30 % mutual, 30 % public, 30 % organisation', () => {
    // 9.5 + 26.4 + 27.3 + 25.5
    expect(appraisalScore({ ...whole, organisation: { sum: 425, ballots: 5 } }, 5)).toEqual({ score: '88.70', dropped: [] })
  })

  it('scales the weights up where a part has too few ballots, and says which', () => {
    // (9.5 + 26.4 + 25.5) / 0.7 = 87.714…
    const few = { ...whole, public: { sum: 364, ballots: 4 }, organisation: { sum: 425, ballots: 5 } }
    expect(appraisalScore(few, 5)).toEqual({ score: '87.71', dropped: ['public'] })
  })

  it('drops what nobody rated, and has none where nobody rated at all', () => {
    expect(appraisalScore(whole, 5)).toEqual({ score: '90.29', dropped: ['organisation'] })
    expect(appraisalScore({}, 5)).toEqual({ score: null, dropped: ['self', 'mutual', 'public', 'organisation'] })
    expect(appraisalScore({ mutual: { sum: 360, ballots: 4 } }, 5)).toMatchObject({ score: null })
  })

  it('does not miss a part that has no weight', () => {
    const weights = { self: 0, mutual: 50, public: 50, organisation: 0 }
    expect(appraisalScore({ mutual: { sum: 450, ballots: 5 }, public: { sum: 400, ballots: 5 } }, 5, 1, weights)).toEqual({
      score: '85.00',
      dropped: [],
    })
  })

  it('takes marks that carry the weights of the criteria', () => {
    const scores = { self: { sum: 9500, ballots: 1 }, mutual: { sum: 88000, ballots: 10 }, public: { sum: 45500, ballots: 5 } }
    expect(appraisalScore(scores, 5, 100)).toEqual(appraisalScore(whole, 5))
  })

  it('is rounded once, half up', () => {
    expect(toHundredths(1n, 3n)).toBe('0.33')
    expect(toHundredths(2n, 3n)).toBe('0.67')
    expect(toHundredths(1n, 200n)).toBe('0.01')
    expect(toHundredths(89995n, 1000n)).toBe('90.00')
    expect(toHundredths(89994n, 1000n)).toBe('89.99')
    expect(toHundredths(0n, 7n)).toBe('0.00')
  })

  it('never leaves 0 to 100, and is the mark where everybody gives the same', () => {
    const mark = fc.integer({ min: 0, max: 20 }).map((fifth) => fifth * 5)
    const ballots = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(mark, ballots, ballots, (all, mutual, others) => {
        const scores = {
          self: { sum: all, ballots: 1 },
          mutual: { sum: all * mutual, ballots: mutual },
          public: { sum: all * others, ballots: others },
        }
        expect(appraisalScore(scores, 1).score).toBe(`${all}.00`)
      }),
    )
  })
})

const branchOf = (...scores: (string | null)[]): Appraised[] => scores.map((score, index) => ({ memberId: `${index + 1}`, score }))
const gradesIn = (branch: Appraised[]) => [...gradesOf(branch).values()]
const [excellent, qualified, basically, unqualified] = grades

describe('the grade', () => {
  it('follows from 90, 75 and 60', () => {
    const many = branchOf('90.00', '89.99', '75.00', '74.99', '60.00', '59.99', '0.00', null)
    expect(gradesIn(many)).toEqual([excellent, qualified, qualified, basically, basically, unqualified, unqualified, null])
  })

  it('lets no more than a third be 优秀, rounded down, the best first', () => {
    expect(gradesIn(branchOf('91.00', '95.00', '93.00', '92.00', '90.00', '80.00', '70.00', '99.00'))).toEqual([
      qualified,
      excellent,
      qualified,
      qualified,
      qualified,
      qualified,
      basically,
      excellent,
    ] as Grade[])
    expect(gradesIn(branchOf('99.00', '98.00'))).toEqual([qualified, qualified])
  })

  it('gives those who tie at the border the lower grade, and keeps those above it', () => {
    expect(gradesIn(branchOf('96.00', '95.00', '95.00', '80.00', '80.00', '80.00'))).toEqual([
      excellent,
      qualified,
      qualified,
      qualified,
      qualified,
      qualified,
    ] as Grade[])
    expect(gradesIn(branchOf('95.00', '95.00', '95.00', '80.00', '80.00', '80.00')).slice(0, 3)).toEqual([qualified, qualified, qualified])
  })

  it('lets those who tie within the third all be 优秀', () => {
    expect(gradesIn(branchOf('95.00', '95.00', '94.00', '80.00', '80.00', '80.00')).slice(0, 3)).toEqual([excellent, excellent, qualified])
  })

  it('counts whoever has no score among the branch, but not among the places', () => {
    expect(gradesIn([...branchOf('95.00', null, null)])).toEqual([excellent, null, null])
  })

  it('is capped by a breach of a line whatever the score, and makes room for the next', () => {
    const [first, second, third] = branchOf('99.00', '95.00', '80.00')
    const branch = [{ ...first, cap: basically } as Appraised, second as Appraised, third as Appraised]
    expect(gradesIn(branch)).toEqual([basically, excellent, qualified])
  })

  it('is not lifted by a cap', () => {
    expect(gradesIn([{ memberId: '1', score: '50.00', cap: basically }])).toEqual([unqualified])
  })

  it('never gives somebody with a lower score the better grade', () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map((each) => (each / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), (scores) => {
        const branch = branchOf(...scores)
        const given = gradesOf(branch)
        const places = [...given.values()].filter((grade) => grade === excellent).length
        expect(places).toBeLessThanOrEqual(Math.floor(branch.length / 3))
        const ranked = [...branch].sort((a, b) => Number(b.score) - Number(a.score))
        const order = ranked.map(({ memberId }) => grades.indexOf(given.get(memberId) ?? unqualified))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
