import { progressOf } from './wall-progress'

const today = '2026-11-25'
const of = (nextDue: string | null, settled = 0, published = settled + (nextDue ? 1 : 0)) =>
  progressOf({ published, settled, nextDue }, today)

it('is none where nothing was published', () => {
  expect(of(null)).toBe('none')
})

it('is settled once every pledge is', () => {
  expect(of(null, 2)).toBe('settled')
})

it.each([
  ['2026-11-24', 'overdue'],
  ['2026-11-25', 'due-soon'],
  ['2026-12-25', 'due-soon'],
  ['2026-12-26', 'under-way'],
] as const)('with the first one due on %s, it is %s, whatever else is settled', (nextDue, progress) => {
  expect(of(nextDue)).toBe(progress)
  expect(of(nextDue, 3)).toBe(progress)
})
