import type { RefusalCode } from '../kernel/refusals'

/** How far back a meeting may be recorded, in days: longer ago nobody remembers who was there. */
export const furthestBack = 366
const day = 86_400_000

interface Span {
  startsAt: Date
  durationMinutes: number
}

const endOf = ({ startsAt, durationMinutes }: Span) => startsAt.getTime() + durationMinutes * 60_000

/** Why a meeting may not be recorded afterwards (补录), or undefined: it must be over, and not longer ago than a year. */
export function refuseToRecord(meeting: Span, now: Date): RefusalCode | undefined {
  if (endOf(meeting) > now.getTime()) return 'NOT_OVER_YET'
  if (meeting.startsAt.getTime() < now.getTime() - furthestBack * day) return 'TOO_LONG_AGO'
  return undefined
}

/** Whether two meetings share a moment; one that begins as the other ends does not. */
export const overlaps = (one: Span, other: Span) => one.startsAt.getTime() < endOf(other) && other.startsAt.getTime() < endOf(one)
