import { idOf, list, person } from '../test/samples'
import { arrivals, merge } from './merge-attendance'

const wang = person({ memberId: idOf(1), name: '王' })
const chen = person({ memberId: idOf(2), name: '陈' })
const arrived = (who: typeof wang, at: string) => ({ ...who, state: 'present' as const, at })
const names = (people: { name: string }[]) => people.map(({ name }) => name)

it('takes the first news as it is', () => {
  expect(merge(undefined, list([wang, chen]))).toEqual(list([wang, chen]))
})

it('replaces whoever is in the news and leaves the others where they are', () => {
  const merged = merge(list([wang, chen]), list([arrived(wang, '2026-11-23T14:00:00+08:00')], { expected: 2 }))
  expect(names(merged.people)).toEqual(['王', '陈'])
  expect(merged.people.map(({ state }) => state)).toEqual(['present', 'expected'])
})

it('adds who is new', () => {
  expect(names(merge(list([wang]), list([chen])).people)).toEqual(['王', '陈'])
})

it('takes the newest figures and state, also where nobody changed', () => {
  const merged = merge(
    list([wang]),
    list([], { expected: 5, present: 4, meetingState: 'closed', quorum: { needed: 3, have: 4, met: true } }),
  )
  expect(merged).toMatchObject({ expected: 5, present: 4, meetingState: 'closed', quorum: { met: true } })
  expect(names(merged.people)).toEqual(['王'])
})

it('ends the same when news come twice', () => {
  const news = list([arrived(chen, '2026-11-23T14:00:00+08:00')])
  const once = merge(list([wang, chen]), news)
  expect(merge(once, news)).toEqual(once)
})

it('takes an arrival back where the organiser did', () => {
  const shown = merge(list([wang]), list([arrived(wang, '2026-11-23T14:00:00+08:00')]))
  expect(arrivals(merge(shown, list([wang])))).toEqual([])
})

it('puts the latest arrival first, and nobody else', () => {
  const excused = person({ memberId: idOf(3), name: '赵', state: 'excused' })
  const late = { ...arrived(chen, '2026-11-23T14:11:00+08:00'), state: 'late' as const }
  expect(names(arrivals(list([arrived(wang, '2026-11-23T14:00:00+08:00'), excused, late])))).toEqual(['陈', '王'])
})
