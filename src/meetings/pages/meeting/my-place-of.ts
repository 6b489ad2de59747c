import type { MeetingState } from '../../../../cloudfunctions/meetings/contract'
import { clockTime } from '../../../ui/time'
import type { Meeting } from '../../meeting'

interface Words {
  tag: string
  tone: 'plain' | 'red' | 'success' | 'warning'
  hint?: string
}

/** How my place in a meeting is said to me. */
export function myPlaceOf(state: MeetingState, { state: mine, at, leave }: NonNullable<Meeting['mine']>): Words {
  if (mine === 'present') return { tag: at ? `${clockTime(at)} 已签到` : '已到', tone: 'success' }
  if (mine === 'late') return { tag: at ? `${clockTime(at)} 迟到` : '迟到', tone: 'warning' }
  if (mine === 'absent') return { tag: '缺席', tone: 'warning', hint: '如与实际不符，请联系支部书记更正。' }
  if (mine === 'excused' || leave === 'granted') return { tag: '已批准请假', tone: 'plain' }
  if (leave === 'asked') return { tag: '请假待批', tone: 'plain', hint: '支部批准前，您仍在应到名单中。' }
  if (state === 'open') return { tag: '待签到', tone: 'red', hint: '请用“今日”页的扫码签到，扫描会场大屏幕上的二维码。' }
  if (leave === 'refused') return { tag: '请假未获同意', tone: 'warning', hint: '请按时参加，确有困难可以再次说明。' }
  return { tag: '应到', tone: 'plain', hint: '到会场后扫描大屏幕上的二维码签到。' }
}

/** How my signing out is said to me, where it is asked for. */
export function signOutWords(signedOutAt: string | null, state: MeetingState): string {
  if (signedOutAt) return `${clockTime(signedOutAt)} 已签退`
  return state === 'open' ? '散会时请扫描大屏幕上的签退码。' : '没有签退记录，如需说明请联系支部书记。'
}
