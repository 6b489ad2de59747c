import { attendanceActions } from './attendance-actions'
import { leaveActions } from './leave-actions'
import { meetingActions } from './meeting-actions'

export const meetingsActions = [...meetingActions, ...attendanceActions, ...leaveActions]
