import type { AttendanceFlag, AttendanceState, AttendanceWay, MeetingState } from '../../cloudfunctions/meetings/contract'
import type { Standing } from '../../cloudfunctions/organisation/contract'

export const meetingStateNames: Record<MeetingState, string> = {
  scheduled: '未开始',
  open: '正在签到',
  closed: '已结束',
  cancelled: '已取消',
}

export const attendanceStateNames: Record<AttendanceState, string> = {
  expected: '未签到',
  present: '已到',
  late: '迟到',
  excused: '请假',
  absent: '缺席',
}

export const attendanceWayNames: Record<AttendanceWay, string> = {
  scan: '扫码签到',
  manual: '人工登记',
  offline: '离线签到',
  rule: '结束时自动记录',
  remote: '远程参会',
}

export const flagNames: Record<AttendanceFlag, string> = {
  'shared-device': '同一手机多人签到',
  'far-away': '距离较远',
  offline: '离线签到',
  'failed-roll-call': '点名未到',
}

/** What each flag means, for whoever decides about it. */
export const flagMeanings: Record<AttendanceFlag, string> = {
  'shared-device': '这台手机还为其他同志签过到，可能是借用手机。',
  'far-away': '签到时手机离会场较远，室内定位有时不准。',
  offline: '扫码时手机没有网络，联网后才提交。',
  'failed-roll-call': '点名时不在场。',
}

export const standingNames: Record<Standing, string> = {
  full: '正式党员',
  probationary: '预备党员',
  activist: '入党积极分子',
  colleague: '群众',
}
