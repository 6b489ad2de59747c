import type { AttendanceState, MeetingState } from '../../../../cloudfunctions/meetings/contract'
import type { Person } from '../../meeting'
import { attendanceStateNames } from '../../words'

export interface Group {
  name: string
  people: Person[]
}

const orders: Record<'before' | 'after', AttendanceState[]> = {
  before: ['expected', 'late', 'present', 'excused', 'absent'],
  after: ['absent', 'late', 'excused', 'present', 'expected'],
}

/** Whom the organiser must look at first: those flagged, then those missing. Each person stands in one group. */
export function groupsOf(people: readonly Person[], meetingState: MeetingState): Group[] {
  const flagged = people.filter(({ flags }) => flags.length > 0)
  const states = orders[meetingState === 'closed' ? 'after' : 'before']
  const plain = states.map((state) => ({
    name: state === 'expected' && meetingState === 'scheduled' ? '应到' : attendanceStateNames[state],
    people: people.filter((person) => person.state === state && person.flags.length === 0),
  }))
  return [{ name: '待核实', people: flagged }, ...plain].filter((group) => group.people.length > 0)
}
