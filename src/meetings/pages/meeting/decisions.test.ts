import { attendanceStates, meetingStates } from '../../../../cloudfunctions/meetings/contract'
import { idOf, person } from '../../../test/samples'
import { decisionsFor, decisionWords } from './decisions'
import { groupsOf } from './groups'
import { myPlaceOf } from './my-place-of'

const at = '2026-11-23T14:01:00+08:00'

it.each([
  ['before it begins', 'scheduled', {}, ['excused', 'remove']],
  ['while it is open', 'open', {}, ['present', 'late', 'excused', 'absent', 'remove']],
  ['once they scanned', 'open', { state: 'present', at }, ['late', 'excused', 'absent', 'expected']],
  ['once it is closed', 'closed', { state: 'absent' }, ['present', 'late', 'excused']],
  ['after a cancellation', 'cancelled', {}, []],
  ['where a flag waits', 'closed', { state: 'present', at, flags: ['offline'] }, ['stands', 'does-not-count']],
] as const)('offers the decisions that are possible %s', (_, meetingState, own, expected) => {
  expect(decisionsFor(person({ ...own, flags: [...('flags' in own ? own.flags : [])] }), meetingState)).toEqual(expected)
})

it('never offers what somebody already is, and has words and reasons for everything it offers', () => {
  for (const meetingState of meetingStates)
    for (const state of attendanceStates)
      for (const decision of decisionsFor(person({ state }), meetingState)) {
        expect(decision).not.toBe(state)
        expect(decisionWords[decision].reasons.length).toBeGreaterThan(0)
      }
})

it('puts those to look at first, and everyone in one group only', () => {
  const people = attendanceStates.flatMap((state, index) => [
    person({ memberId: idOf(index), state }),
    person({ memberId: idOf(50 + index), state, flags: ['offline'] }),
  ])
  for (const meetingState of meetingStates) {
    const groups = groupsOf(people, meetingState)
    expect(groups[0]?.name).toBe('待核实')
    expect(groups.flatMap((group) => group.people)).toHaveLength(people.length)
  }
  expect(groupsOf(people, 'open')[1]?.name).toBe('未签到')
  expect(groupsOf(people, 'closed')[1]?.name).toBe('缺席')
  expect(groupsOf(people, 'scheduled')[1]?.name).toBe('应到')
})

it.each([
  ['open', { state: 'present', at, leave: null }, '14:01 已签到'],
  ['open', { state: 'late', at, leave: null }, '14:01 迟到'],
  ['closed', { state: 'absent', at: null, leave: 'refused' }, '缺席'],
  ['scheduled', { state: 'expected', at: null, leave: 'asked' }, '请假待批'],
  ['scheduled', { state: 'excused', at: null, leave: 'granted' }, '已批准请假'],
  ['scheduled', { state: 'expected', at: null, leave: 'refused' }, '请假未获同意'],
  ['open', { state: 'expected', at: null, leave: 'refused' }, '待签到'],
  ['scheduled', { state: 'expected', at: null, leave: 'withdrawn' }, '应到'],
] as const)('in a meeting that is %s, %j is said as %s', (state, mine, tag) => {
  expect(myPlaceOf(state, mine).tag).toBe(tag)
})
