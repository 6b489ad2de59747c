import type { MeetingState } from '../../../../cloudfunctions/meetings/contract'
import type { Person } from '../../meeting'

export type Decision = 'stands' | 'does-not-count' | 'present' | 'late' | 'excused' | 'absent' | 'expected' | 'remove'

/** What each is called, and the usual reasons for it. */
export const decisionWords: Record<Decision, { text: string; reasons: readonly string[] }> = {
  stands: { text: '认可签到', reasons: ['本人在场，已当面确认', '借用同事手机，本人在场', '会场网络不好'] },
  'does-not-count': { text: '不计入', reasons: ['本人不在场', '由他人代签'] },
  present: { text: '已到', reasons: ['现场点名确认', '手机不便', '手机没电'] },
  late: { text: '迟到', reasons: ['现场点名确认', '手机不便'] },
  excused: { text: '请假', reasons: ['已向书记口头请假', '因公出差', '生病休养'] },
  absent: { text: '缺席', reasons: ['现场点名未到', '未到会，未请假'] },
  expected: { text: '改回未签到', reasons: ['登记有误', '可以到会'] },
  remove: { text: '移出名单', reasons: ['不在应到范围', '组织关系已转出'] },
}

/** What the organiser may decide about a person now; the server has the last word. */
export function decisionsFor({ state, at, flags }: Person, meetingState: MeetingState): Decision[] {
  if (meetingState === 'cancelled') return []
  if (flags.length > 0) return ['stands', 'does-not-count']
  const records: Record<Exclude<MeetingState, 'cancelled'>, Decision[]> = {
    scheduled: ['excused', 'expected'],
    open: ['present', 'late', 'excused', 'absent', 'expected'],
    closed: ['present', 'late', 'excused', 'absent'],
  }
  const removable: Decision[] = meetingState !== 'closed' && !at ? ['remove'] : []
  return [...records[meetingState].filter((decision) => decision !== state), ...removable]
}
