import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { checkIn } from '../../cloudfunctions/meetings/contract'

type CheckedIn = OutputOf<typeof checkIn>

/** What a check-in came to, as one big result. `early-check-in.ts` shows the same before the app has loaded. */
export interface Outcome {
  kind: 'success' | 'refused' | 'kept'
  title: string
  lines: string[]
  meetingId?: string
}

/** What the scan of either code came to: the server says which it was. */
export const describeScan = (answer: CheckedIn): Outcome => (answer.signedOutAt ? describeSignedOut(answer) : describeCheckedIn(answer))

function describeSignedOut({ meetingId, title, name, signedOutAt, repeated }: CheckedIn): Outcome {
  const when = `${repeated ? '首次签退' : '签退时间'} ${signedOutAt?.slice(11, 16)}`
  return { kind: 'success', title: repeated ? '您已签退' : '已签退', lines: [name, title, when], meetingId }
}

function describeCheckedIn({ meetingId, title, name, state, checkedInAt, repeated, offline }: CheckedIn): Outcome {
  const time = checkedInAt.slice(11, 16)
  const how = `${repeated ? '首次签到' : '签到时间'} ${time}${state === 'late' ? '（迟到）' : ''}`
  const lines = [name, title, how]
  if (offline) lines.push('离线签到，等待支部书记确认')
  return { kind: 'success', title: repeated ? '您已签到' : '签到成功', lines, meetingId }
}

/** Busy, broken or signed out are no answer about a scan: it stays and is sent again. */
export const isNoAnswer = (code: string) => ['OFFLINE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'CONFLICT', 'NOT_SIGNED_IN'].includes(code)

/** Refusals that only a sign-out code meets. */
const ofSignOut = ['NOT_CHECKED_IN', 'SIGN_OUT_OFF', 'SIGN_OUT_CLOSED']

export const describeRefusal = (code: string, message: string): Outcome => ({
  kind: 'refused',
  title: ofSignOut.includes(code) ? '没有签退成功' : '没有签到成功',
  lines: [message],
})

export const keptOutcome: Outcome = {
  kind: 'kept',
  title: '已保存，联网后自动提交',
  lines: ['扫码时间已经记下，可以收起手机。', '连上网络后打开三亮，签到会自动完成。'],
}
