import { countBeat, longestGap } from './reading-time'

it('counts the time since the last beat', () => {
  expect(countBeat(20, false)).toEqual({ seconds: 20, left: 0 })
  expect(countBeat(longestGap, false)).toEqual({ seconds: 30, left: 0 })
})

it('counts whole seconds and keeps the rest for the next beat', () => {
  expect(countBeat(20.5, false)).toEqual({ seconds: 20, left: 0.5 })
})

it('counts nothing of what was before the page came into sight', () => {
  expect(countBeat(20, true)).toEqual({ seconds: 0, left: 0 })
  expect(countBeat(null, true)).toEqual({ seconds: 0, left: 0 })
})

it('counts nothing where there was no beat before', () => {
  expect(countBeat(null, false)).toEqual({ seconds: 0, left: 0 })
})

it('counts one beat after a gap that is longer, however long', () => {
  expect(countBeat(longestGap + 0.1, false)).toEqual({ seconds: 20, left: 0 })
  expect(countBeat(86_400, false)).toEqual({ seconds: 20, left: 0 })
})

it('counts nothing for a beat that comes before the last one', () => {
  expect(countBeat(-5, false)).toEqual({ seconds: 0, left: 0 })
})
