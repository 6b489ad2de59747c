import { attendanceActions } from './attendance-actions'
import { leaveActions } from './leave-actions'
import { meetingActions } from './meeting-actions'
import { pastActions } from './past-actions'
import { recordActions } from './record-actions'

export const meetingsActions = [...meetingActions, ...attendanceActions, ...leaveActions, ...recordActions, ...pastActions]
