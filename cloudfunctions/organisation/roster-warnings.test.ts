import { branchWarnings, postWarnings } from './roster-warnings'

describe('what is said about the size of a branch (支部工作条例 第四条、第二十条)', () => {
  const sound = { full: 20, people: 25, committee: 3 }

  it('is nothing where it is sound, up to the very limits', () => {
    for (const branch of [sound, { full: 3, people: 3, committee: 0 }, { full: 6, people: 50, committee: 0 }, { ...sound, committee: 7 }])
      expect(branchWarnings(branch)).toEqual([])
  })

  it.each([
    [{ full: 2, people: 4, committee: 0 }, '正式党员不足 3 人'],
    [{ ...sound, people: 51 }, '党员超过 50 人'],
    [{ full: 7, people: 7, committee: 2 }, '应当设立 3 至 5 人的支部委员会'],
    [{ ...sound, committee: 8 }, '支部委员会一般不超过 7 人'],
  ])('of %j is %s', (branch, words) => {
    expect(branchWarnings(branch)).toEqual([expect.stringContaining(words)])
  })
})

describe('what is said about a second post (一人一岗)', () => {
  it.each([
    [0, []],
    [1, []],
    [2, ['这位同志已担任其他职务，一般一人一岗']],
    [3, ['这位同志已担任其他职务，一般一人一岗']],
  ])('of %i posts is %j', (posts, warnings) => {
    expect(postWarnings(posts)).toEqual(warnings)
  })
})
