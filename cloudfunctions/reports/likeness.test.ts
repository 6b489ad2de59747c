import { commonFrom, commonHashes, isWorthTelling, mostAlike, mostCompared } from './likeness'

const held = (hash: number, ...reportIds: string[]) => reportIds.map((reportId) => ({ hash, reportId }))
const many = Array.from({ length: commonFrom }, (_, at) => `r${String(at).padStart(2, '0')}`)

describe('a set phrase', () => {
  it('is what so many reports hold', () => {
    expect(commonHashes([...held(1, ...many), ...held(2, ...many.slice(1))])).toEqual(new Set([1]))
  })

  it('weighs little: not a few of them make two texts alike', () => {
    const found = [1, 2, 3, 4].flatMap((hash) => held(hash, ...many))
    expect(mostAlike(found, commonHashes(found))).toEqual([])
  })

  it('weighs in the end: an essay that thirty people copied is nothing but common', () => {
    const found = Array.from({ length: 50 }, (_, hash) => held(hash, ...many)).flat()
    expect(mostAlike(found, commonHashes(found))).toEqual(many.slice(0, mostCompared))
  })
})

it('compares those that share most, the most first and few of them', () => {
  const found = [...held(1, 'a', 'b', 'c'), ...held(2, 'b', 'c'), ...held(3, 'c'), ...held(4, 'd', 'e', 'f')]
  expect(mostAlike(found, new Set())).toEqual(['c', 'b', 'a', 'd', 'e'])
})

it('tells of a tenth of the text, or of one long passage', () => {
  const long = [{ from: 10, until: 90 }]
  const short = [{ from: 10, until: 89 }]
  expect(isWorthTelling({ percent: 10, passages: short })).toBe(true)
  expect(isWorthTelling({ percent: 9, passages: short })).toBe(false)
  expect(isWorthTelling({ percent: 2, passages: long })).toBe(true)
  expect(isWorthTelling({ percent: 0, passages: [] })).toBe(false)
})
