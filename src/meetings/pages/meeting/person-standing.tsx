import type { MeetingState } from '../../../../cloudfunctions/meetings/contract'
import { Fact } from '../../../ui/card'
import { clockTime } from '../../../ui/time'
import type { Person } from '../../meeting'
import { attendanceStateNames, attendanceWayNames } from '../../words'

/** What is recorded about the person so far. */
export function PersonStanding({ person, meetingState }: { person: Person; meetingState: MeetingState }) {
  const { state, at, how, reason, groupName, counted, votes, admittedBy } = person
  const now = state === 'expected' && meetingState === 'scheduled' ? '应到' : attendanceStateNames[state]
  const role = !counted ? '列席，不计入应到' : votes ? '有表决权' : '无表决权'
  return (
    <>
      <Fact label="现在">{[now, at && clockTime(at), how && attendanceWayNames[how]].filter(Boolean).join(' · ')}</Fact>
      <Fact label="身份">{[role, groupName].filter(Boolean).join(' · ')}</Fact>
      {admittedBy && <Fact label="列入在场">{admittedBy}</Fact>}
      {reason && <Fact label="说明">{reason}</Fact>}
    </>
  )
}
