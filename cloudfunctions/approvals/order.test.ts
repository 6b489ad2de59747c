import { inLockOrder, oldest } from './order'

const submission = (submissionId: string) => ({ kind: 'submission' as const, submissionId })
const leave = (meetingId: string, memberId: string) => ({ kind: 'leave' as const, meetingId, memberId })
const makeUp = (meetingId: string, memberId: string) => ({ kind: 'make-up' as const, meetingId, memberId })

describe('the order of decisions', () => {
  const owners = new Map([
    ['s1', 'wang'],
    ['s2', 'li'],
    ['s3', 'wang'],
  ])
  const list = [submission('s1'), makeUp('m1', 'wang'), submission('s2'), leave('m2', 'li'), leave('m1', 'wang'), submission('s3')]

  it('is the same whatever order the list came in', () => {
    expect(inLockOrder([...list].reverse(), owners)).toEqual(inLockOrder(list, owners))
  })

  it('takes all of one meeting together, then all of one person', () => {
    expect(inLockOrder(list, owners)).toEqual([
      leave('m1', 'wang'),
      makeUp('m1', 'wang'),
      leave('m2', 'li'),
      submission('s2'),
      submission('s1'),
      submission('s3'),
    ])
  })

  it('keeps what is nobody’s, so that it is refused', () => {
    expect(inLockOrder([submission('s1'), submission('unknown')], owners)).toEqual([submission('unknown'), submission('s1')])
  })
})

describe('several lists together', () => {
  const at = (minute: number, key: string) => ({ at: new Date(2026, 10, 23, 9, minute), key })

  it('are the oldest first, by key where they came at one moment', () => {
    expect(oldest([at(3, 'a'), at(1, 'c'), at(1, 'b')], 10).map(({ key }) => key)).toEqual(['b', 'c', 'a'])
  })

  it('end at the limit', () => {
    expect(oldest([at(3, 'a'), at(1, 'c'), at(1, 'b')], 2).map(({ key }) => key)).toEqual(['b', 'c'])
  })
})
