import type { MeetingSummary } from '../../../ui/meeting-card'
import { monthName } from '../../../ui/time'

/** Meetings under the name of their month, in the order they come. */
export function byMonth(meetings: readonly MeetingSummary[]): { month: string; meetings: MeetingSummary[] }[] {
  const months = new Map<string, MeetingSummary[]>()
  for (const meeting of meetings) {
    const month = monthName(meeting.startsAt)
    months.set(month, [...(months.get(month) ?? []), meeting])
  }
  return [...months].map(([month, those]) => ({ month, meetings: those }))
}
