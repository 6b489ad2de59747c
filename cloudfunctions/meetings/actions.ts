import { attachmentsActions } from './attachments-actions'
import { attendanceActions } from './attendance-actions'
import { cadenceActions } from './cadence-actions'
import { calendarActions } from './calendar-actions'
import { leaveActions } from './leave-actions'
import { makeUpActions } from './make-up-actions'
import { meetingActions } from './meeting-actions'
import { pastActions } from './past-actions'
import { recordActions } from './record-actions'
import { remoteActions } from './remote-actions'
import { seriesActions } from './series-actions'
import { signOutActions } from './sign-out-actions'

export const meetingsActions = [
  ...meetingActions,
  ...seriesActions,
  ...calendarActions,
  ...attendanceActions,
  ...signOutActions,
  ...leaveActions,
  ...makeUpActions,
  ...recordActions,
  ...attachmentsActions,
  ...pastActions,
  ...cadenceActions,
  ...remoteActions,
]
