import { meetingKinds } from './contract'
import { quorum } from './quorum'

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [30, 16],
  [31, 16],
])('of %i entitled to vote more than half is %i', (entitled, needed) => {
  for (const kind of ['assembly', 'committee-meeting'] as const) {
    expect(quorum(kind, entitled, needed - 1)).toEqual({ needed, have: needed - 1, met: false })
    expect(quorum(kind, entitled, needed)).toEqual({ needed, have: needed, met: true })
  }
})

it('is asked of assemblies and committee meetings alone', () => {
  const needing = meetingKinds.filter((kind) => quorum(kind, 10, 0).needed > 0)
  expect(needing).toEqual(['assembly', 'committee-meeting'])
  expect(quorum('lecture', 10, 0)).toEqual({ needed: 0, have: 0, met: true })
})
