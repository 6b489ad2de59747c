import { draw } from './roll-call'

const people = (count: number, flagged: number[] = []) =>
  Array.from({ length: count }, (_, index) => ({ name: `person ${index}`, flagged: flagged.includes(index) }))

/** Gives these numbers one after the other, then 0. */
const numbers = (...values: number[]) => {
  const left = [...values]
  return () => left.shift() ?? 0
}
const names = (drawn: { name: string }[]) => drawn.map(({ name }) => name)

it('calls everyone flagged and three others', () => {
  const drawn = draw(people(10, [2, 7]), numbers(0.5, 0.99, 0))
  expect(names(drawn)).toEqual(['person 2', 'person 7', 'person 5', 'person 9', 'person 0'])
})

it('calls nobody twice, and all when there are few', () => {
  expect(names(draw(people(2), numbers(0.99, 0.99, 0.99))).sort()).toEqual(['person 0', 'person 1'])
  expect(new Set(names(draw(people(50), Math.random))).size).toBe(3)
  expect(draw([], Math.random)).toEqual([])
})

it('may call anybody, each as likely as the others', () => {
  const arrived = people(5)
  const called = new Set<string>()
  for (let index = 0; index < 5; index++) for (const { name } of draw(arrived, numbers(index / 5), 1)) called.add(name)
  expect(called.size).toBe(5)
  expect(arrived).toEqual(people(5))
})
