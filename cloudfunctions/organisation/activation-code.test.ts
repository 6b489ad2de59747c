import { formatActivationCode, normalizeActivationCode } from './activation-code'

const bytes = (fill: (index: number) => number) => Uint8Array.from({ length: 64 }, (_, index) => fill(index))

it('uses ten characters that cannot be mistaken for one another', () => {
  const seen = new Set<string>()
  for (let start = 0; start < 31; start++)
    for (const letter of formatActivationCode(bytes((index) => (start + index) % 31))) seen.add(letter)
  seen.delete('-')
  expect([...seen].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTUVWXYZ')
  expect(formatActivationCode(bytes(() => 0))).toBe('22222-22222')
})

it('makes every character equally likely', () => {
  const counts = new Map<string, number>()
  for (let value = 0; value < 248; value++) {
    const [letter = ''] = formatActivationCode(bytes(() => value))
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect(new Set(counts.values())).toEqual(new Set([8]))
  expect(formatActivationCode(bytes((index) => (index % 2 ? 0 : 255)))).toBe('22222-22222')
})

it('does not make do with too little chance', () => {
  expect(() => formatActivationCode(bytes(() => 255))).toThrow(RangeError)
})

it('reads what people type', () => {
  for (const typed of ['7KQ4M-2XHVP', '7kq4m2xhvp', ' 7KQ4M 2XHVP ', '7kq4m—2xhvp'])
    expect(normalizeActivationCode(typed)).toBe('7KQ4M2XHVP')
})
