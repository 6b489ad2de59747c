import { addDays, addMinutes, dayOf, momentOf } from './calendar'
import { between, type Choices, chance, choose } from './chance'
import { expectedLine, type Gatherings, type Occasion, scheduledMeeting } from './occasion'
import { expectedAt } from './roster'
import type { Leave, Line, Meeting, Member } from './rows'

/** A meeting that was opened and closed. */
export interface HeldMeeting extends Meeting {
  opened_at: Date
  closed_at: Date
}

interface Held extends Gatherings<HeldMeeting> {
  leave: Leave[]
}

/** How much more or less a branch attends than the average, and how that changes over the year: one rises, one falls behind. */
const branchMoods = [
  { level: 0.05, drift: 0.01 },
  { level: 0.02, drift: 0.03 },
  { level: 0.03, drift: 0 },
  { level: -0.03, drift: 0.12 },
  { level: 0.02, drift: -0.02 },
  { level: -0.03, drift: -0.12 },
]

const leaveReasons: Choices<string> = [
  '到市局参加业务培训',
  '下乡入户走访',
  '办税窗口值班，无法调班',
  '身体不适，预约就医',
  '陪家人就医',
  '年休假',
  '出差参加联合检查',
  '孩子学校有事，需要到场',
]
const manualReasons: Choices<string> = ['手机没电，现场登记', '未带手机，现场登记', '手机摄像头故障，现场登记']

/** The meeting as it is kept after its close, with everyone's line and the leave that was granted. */
export function holdMeeting(occasion: Occasion, now: Date): Held {
  const { key, branch, unit, kind, startsAt, minutes } = occasion
  const plannedOn = addDays(dayOf(startsAt), -between(`${key}/notice`, 5, 8))
  const meeting: HeldMeeting = {
    ...scheduledMeeting(occasion, momentOf(plannedOn, '08:50')),
    state: 'closed',
    opened_at: addMinutes(startsAt, -between(`${key}/opened`, 13, 18)),
    closed_at: addMinutes(startsAt, minutes + between(`${key}/closed`, -5, 12)),
  }
  const yearsAgo = (now.getTime() - startsAt.getTime()) / (365 * 86_400_000)
  const held: Held = { meetings: [meeting], lines: [], leave: [] }
  for (const member of expectedAt(branch, kind, unit)) {
    const { state, leave } = fateOf(meeting, member, branch.number, yearsAgo)
    held.lines.push(lineAtClose(meeting, member, state))
    if (leave) held.leave.push(leave)
  }
  if (kind === 'lecture' || kind === 'theme-day') {
    for (const member of branch.people.filter(({ standing }) => standing === 'activist')) {
      held.lines.push(lineAtClose(meeting, member, chance(`${key}/guest/${member.member_id}`) < 0.85 ? 'present' : 'absent'))
    }
  }
  return held
}

type Fate = 'present' | 'late' | 'excused' | 'absent'

function fateOf(meeting: Meeting, member: Member, branchNumber: number, yearsAgo: number): { state: Fate; leave?: Leave } {
  const key = `${meeting.meeting_id}/${member.member_id}`
  if (member.unable) return { state: 'excused', leave: grantedLeave(meeting, member, '长期病假，按规定报备') }
  if (member.member_id === meeting.created_by) return { state: 'present' }
  const { level, drift } = branchMoods[(branchNumber - 1) % branchMoods.length] ?? { level: 0, drift: 0 }
  const reliability = 0.76 + 0.22 * chance(`reliability/${member.member_id}`) + level + drift * (0.5 - yearsAgo)
  if (chance(key) < reliability) return { state: 'present' }
  const why = chance(`${key}/why`)
  if (why < 0.35) return { state: 'late' }
  if (why < 0.8) return { state: 'excused', leave: grantedLeave(meeting, member, choose(`${key}/leave`, leaveReasons)) }
  return { state: 'absent' }
}

/** Asked in office hours on one of the three days before, and granted within the hour. */
function grantedLeave(meeting: Meeting, { member_id }: Member, reason: string): Leave {
  const key = `${meeting.meeting_id}/${member_id}/asked`
  const askedOn = addDays(dayOf(meeting.starts_at), -between(`${key}/day`, 1, 3))
  const asked_at = addMinutes(momentOf(askedOn, '09:00'), between(`${key}/minute`, 0, 480))
  return {
    org_id: meeting.org_id,
    meeting_id: meeting.meeting_id,
    member_id,
    reason,
    state: 'granted',
    asked_at,
    decided_at: addMinutes(asked_at, between(`${key}/decided`, 4, 55)),
    decided_by: meeting.created_by,
    decision: chance(key) < 0.6 ? '同意' : null,
  }
}

function lineAtClose(meeting: HeldMeeting, member: Member, state: Fate): Line {
  const line: Line = { ...expectedLine(meeting, member), state, frozen: true }
  if (state === 'excused') return { ...line, how: 'manual', changed_at: addMinutes(meeting.starts_at, -60) }
  if (state === 'absent') return { ...line, how: 'rule', changed_at: meeting.closed_at }

  const key = `${meeting.meeting_id}/${member.member_id}/arrival`
  const seconds = state === 'late' ? between(key, 11 * 60, 28 * 60) : between(key, -12 * 60, 6 * 60)
  const at = new Date(meeting.starts_at.getTime() + seconds * 1000)
  const way = chance(`${key}/how`)
  if (way < 0.93) return { ...line, how: 'scan', at, reason: null, changed_at: at }
  if (way < 0.98) return { ...line, how: 'manual', at, reason: choose(`${key}/manual`, manualReasons), changed_at: at }
  return { ...line, how: 'offline', at, reason: '会场信号弱，已现场核实', changed_at: addMinutes(at, between(`${key}/sent`, 5, 40)) }
}
