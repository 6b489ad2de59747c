const { at } = Array.prototype
const { at: characterAt } = String.prototype
const { hasOwn } = Object

/** As on iOS 14, which has none of them. */
function takeAway() {
  for (const owner of [Array.prototype, String.prototype]) Reflect.deleteProperty(owner, 'at')
  Reflect.deleteProperty(Object, 'hasOwn')
  jest.isolateModules(() => require('./old-phones'))
}

afterEach(() => {
  Object.assign(Object, { hasOwn })
  for (const [owner, value] of [
    [Array.prototype, at],
    [String.prototype, characterAt],
  ] as const) {
    Object.defineProperty(owner, 'at', { value, writable: true, configurable: true, enumerable: false })
  }
})

it.each([
  [0, '甲', '甲'],
  [-1, '丙', '丙'],
  [-4, undefined, undefined],
  [3, undefined, undefined],
])('finds what stands at %d', (index, item, character) => {
  takeAway()
  expect(['甲', '乙', '丙'].at(index)).toBe(item)
  expect('甲乙丙'.at(index)).toBe(character)
})

it('tells own properties from inherited ones', () => {
  takeAway()
  expect(Object.hasOwn({ a: 1 }, 'a')).toBe(true)
  expect(Object.hasOwn({ a: 1 }, 'toString')).toBe(false)
})

it('adds nothing that a loop over an array would meet', () => {
  takeAway()
  expect(Object.keys([])).toEqual([])
  const met: string[] = []
  for (const key in ['甲']) met.push(key)
  expect(met).toEqual(['0'])
})

it('leaves what the phone has', () => {
  jest.isolateModules(() => require('./old-phones'))
  expect(Array.prototype.at).toBe(at)
})
