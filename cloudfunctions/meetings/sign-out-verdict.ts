import type { RefusalCode } from '../kernel/refusals'
import { genuineStep, isValidAt, type ScannedCode } from './check-in-code'
import type { AttendanceState, MeetingState } from './contract'
import { isAhead, keptHours } from './scan-verdict'

/** What is known when a sign-out code is scanned. */
export interface SignOutScan {
  code: ScannedCode
  now: Date
  /** When the phone says it scanned, if it had to keep the scan. */
  scannedAt: Date | null
  meeting: { state: MeetingState; closedAt: Date | null; secret: string; signOut: boolean }
  /** The caller's line on the list, or null when there is none. */
  attendance: { state: AttendanceState } | null
  signedOut: boolean
}

export type SignOutVerdict =
  | { verdict: 'refused'; code: RefusalCode }
  | { verdict: 'already' }
  | { verdict: 'signed-out'; at: Date; offline: boolean }

const refused = (code: RefusalCode): SignOutVerdict => ({ verdict: 'refused', code })

/** Whether a scan signs out: of whoever has checked in, by the same times as a check-in, a kept one until 2 hours after the close. */
export function judgeSignOut({ code, now, scannedAt, meeting, attendance, signedOut }: SignOutScan): SignOutVerdict {
  const step = genuineStep(code, meeting.secret, now, 'sign-out')
  if (step === null) return refused('CODE_INVALID')
  if (meeting.state === 'cancelled') return refused('MEETING_CANCELLED')
  if (!attendance) return refused('NOT_INVITED')
  if (signedOut) return { verdict: 'already' }
  if (meeting.state === 'scheduled') return refused('MEETING_NOT_OPEN')
  if (attendance.state !== 'present' && attendance.state !== 'late') return refused('NOT_CHECKED_IN')
  if (!meeting.signOut) return refused('SIGN_OUT_OFF')

  const open = meeting.state === 'open'
  if (open && isValidAt(step, now)) return { verdict: 'signed-out', at: now, offline: false }
  const kept = scannedAt !== null && scannedAt <= now && isValidAt(step, scannedAt)
  if (open && !kept) return refused(isAhead(step, now) ? 'CODE_INVALID' : 'CODE_EXPIRED')
  const beforeClose = kept && (meeting.closedAt === null || scannedAt <= meeting.closedAt)
  const inTime = meeting.closedAt === null || now.getTime() <= meeting.closedAt.getTime() + keptHours * 3_600_000
  return beforeClose && inTime ? { verdict: 'signed-out', at: scannedAt, offline: true } : refused('SIGN_OUT_CLOSED')
}
