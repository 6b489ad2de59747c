import type { AttendanceState } from '../meetings/contract'
import { idOf } from './chance'
import type { HeldMeeting } from './past-attendance'
import type { Fact, Line } from './rows'

const kindOf: Partial<Record<AttendanceState, string>> = {
  present: 'meeting-attended',
  late: 'meeting-late',
  excused: 'meeting-excused',
  absent: 'meeting-absent',
}

/** What the close of a meeting writes (`writeFacts` of meetings): one fact a person, and one for the unit that held it. */
export function factsOf(meeting: HeldMeeting, lines: Line[]): Fact[] {
  const people = lines
    .filter(({ counted, state }) => counted || state === 'present' || state === 'late')
    .map(({ member_id, counted, state }) => factOf(meeting, counted ? (kindOf[state] ?? 'meeting-absent') : 'meeting-joined', member_id))
  return [...people, factOf(meeting, 'meeting-held', null)]
}

const factOf = (meeting: HeldMeeting, kind: string, member_id: string | null): Fact => ({
  org_id: meeting.org_id,
  fact_id: idOf(`fact/${meeting.meeting_id}/${member_id}`, meeting.closed_at),
  kind,
  member_id,
  unit_id: meeting.unit_id,
  happened_at: meeting.starts_at,
  evidence_id: meeting.meeting_id,
  filter: meeting.kind,
  reverses_id: null,
  reason: null,
  quantity: null,
  author_id: meeting.created_by,
  recorded_at: meeting.closed_at,
})
