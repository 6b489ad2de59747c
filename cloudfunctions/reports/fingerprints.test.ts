import fc from 'fast-check'
import { fingerprintsOf, plainOf, shingle, shingleHashes, surelyFound, window } from './fingerprints'

const hashesOf = (text: string) => new Set(fingerprintsOf(plainOf(text)).map(({ hash }) => hash))
const share = (one: string, other: string) => [...hashesOf(one)].some((hash) => hashesOf(other).has(hash))

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
const text = (minLength: number, maxLength: number) => fc.array(han, { minLength, maxLength }).map((characters) => characters.join(''))

describe('a text as it is compared', () => {
  it('has neither blanks nor punctuation, one width and one case of letters', () => {
    const { units, places } = plainOf('在Ａ4 纸上，\n写 “ok”。')
    expect(String.fromCodePoint(...units)).toBe('在a4纸上写ok')
    expect(places).toEqual([0, 1, 2, 4, 5, 8, 11, 12])
  })

  it('has a rare character as one, though it takes two units of UTF-16', () => {
    expect(plainOf('𠮷野家')).toEqual({ units: [0x20bb7, 0x91ce, 0x5bb6], places: [0, 2, 3] })
  })

  it('may be empty', () => {
    expect(plainOf('，。\n')).toEqual({ units: [], places: [] })
    expect(fingerprintsOf(plainOf('，。\n'))).toEqual([])
  })
})

it('rolls the same hash a shingle has by itself', () => {
  fc.assert(
    fc.property(text(shingle, 80), (whole) => {
      const { units } = plainOf(whole)
      const alone = units.slice(0, units.length - shingle + 1).map((_, at) => shingleHashes(units.slice(at, at + shingle))[0])
      expect(shingleHashes(units)).toEqual(alone)
    }),
  )
})

it('has none of a text shorter than a shingle, and one of the shortest that has any', () => {
  expect(fingerprintsOf(plainOf('我'.repeat(shingle - 1)))).toEqual([])
  expect(fingerprintsOf(plainOf('认真学习党章做合格党员的人'.slice(0, shingle)))).toHaveLength(1)
})

it('finds every run of so many characters, wherever it stands in both texts', () => {
  fc.assert(
    fc.property(text(surelyFound, 60), text(0, 200), text(0, 200), text(0, 200), text(0, 200), (run, a, b, c, d) => {
      expect(share(a + run + b, c + run + d)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('finds it also when blanks, punctuation and widths were changed', () => {
  const run = '本季度我在服务窗口岗位上共办理业务1200件，群众满意率达到百分之九十八，没有一件投诉。'
  expect(plainOf(run).units.length).toBeGreaterThanOrEqual(surelyFound)
  expect(share(`一、工作。${run}`, `（二）${run.replaceAll('，', ' \n').replace('1200', '１２００')}以上`)).toBe(true)
})

it('keeps about two in every window and one', () => {
  const [long = ''] = fc.sample(text(20_000, 20_000), 1)
  const density = fingerprintsOf(plainOf(long)).length / 20_000
  expect(density).toBeGreaterThan(1.5 / (window + 1))
  expect(density).toBeLessThan(2.5 / (window + 1))
})

it('keeps few of a text that repeats one character', () => {
  expect(hashesOf('学'.repeat(5_000)).size).toBe(1)
})
