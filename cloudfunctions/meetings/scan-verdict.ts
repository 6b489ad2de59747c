import type { RefusalCode } from '../kernel/refusals'
import { genuineStep, isValidAt, type ScannedCode, stepAt } from './check-in-code'
import type { AttendanceState, AttendanceWay, MeetingState } from './contract'

export const graceMinutes = 10
/** How long after the close a kept scan counts. */
export const keptHours = 2

/** What is known when a scan arrives. */
export interface Scan {
  code: ScannedCode
  now: Date
  /** When the phone says it scanned, if it had to keep the scan. */
  scannedAt: Date | null
  meeting: { state: MeetingState; startsAt: Date; closedAt: Date | null; secret: string }
  /** The caller's line on the list, or null when there is none. */
  attendance: { state: AttendanceState; how: AttendanceWay | null; frozen: boolean } | null
}

export type Verdict =
  | { verdict: 'refused'; code: RefusalCode }
  | { verdict: 'already' }
  | { verdict: 'arrived' | 'arrived-before-close'; state: 'present' | 'late'; at: Date; offline: boolean }

const refused = (code: RefusalCode): Verdict => ({ verdict: 'refused', code })

/** Late is after start + 10 minutes. */
export const arrivalState = (startsAt: Date, at: Date) => (at.getTime() > startsAt.getTime() + graceMinutes * 60_000 ? 'late' : 'present')

/** Whether a scan counts, and as what. The server's clock decides; a kept scan counts until 2 hours after the close. */
export function judgeScan({ code, now, scannedAt, meeting, attendance }: Scan): Verdict {
  const step = genuineStep(code, meeting.secret, now)
  if (step === null) return refused('CODE_INVALID')
  if (meeting.state === 'cancelled') return refused('MEETING_CANCELLED')
  if (!attendance) return refused('NOT_INVITED')
  if (attendance.state === 'present' || attendance.state === 'late') return { verdict: 'already' }
  if (meeting.state === 'scheduled') return refused('MEETING_NOT_OPEN')

  const closed = meeting.state === 'closed' || attendance.frozen
  if (!closed && isValidAt(step, now)) return { verdict: 'arrived', state: arrivalState(meeting.startsAt, now), at: now, offline: false }

  const kept = scannedAt !== null && scannedAt <= now && isValidAt(step, scannedAt)
  if (!closed) {
    if (!kept) return refused(isAhead(step, now) ? 'CODE_INVALID' : 'CODE_EXPIRED')
    return { verdict: 'arrived', state: arrivalState(meeting.startsAt, scannedAt), at: scannedAt, offline: true }
  }
  // What the organiser decided by hand stands; a phone cannot overrule it by sending once more.
  if (attendance.state === 'absent' && attendance.how === 'manual') return refused('ALREADY_CLOSED')
  const beforeClose = kept && (meeting.closedAt === null || scannedAt <= meeting.closedAt)
  const inTime = meeting.closedAt === null || now.getTime() <= meeting.closedAt.getTime() + keptHours * 3_600_000
  if (!beforeClose || !inTime) return refused('ALREADY_CLOSED')
  return { verdict: 'arrived-before-close', state: arrivalState(meeting.startsAt, scannedAt), at: scannedAt, offline: true }
}

/** A genuine code of a step that has not come yet was fetched ahead, not seen on the screen. */
export const isAhead = (step: number, now: Date) => step > stepAt(now)
