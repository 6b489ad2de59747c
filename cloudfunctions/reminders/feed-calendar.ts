import { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { DutyKind } from '../duties/contract'
import { addMeetingEvent, type CalendarMeeting, newCalendar } from '../meetings/calendar-file'

export interface CalendarDuty {
  kind: Exclude<DutyKind, 'meeting'>
  subjectId: string
  title: string
  dueAt: Date
}

interface Content {
  meetings: readonly CalendarMeeting[]
  duties: readonly CalendarDuty[]
  /** Says titles, places and what is asked; otherwise only when something is. */
  whole: boolean
  /** Where the app is, `https://…` without a slash at the end. */
  origin: string
}

const dutyWords: Record<CalendarDuty['kind'], string> = {
  'make-up': '补课截止',
  study: '学习截止',
  report: '汇报截止',
  review: '评议截止',
  pledge: '承诺到期',
}

/**
 * A person's meetings and duties as a calendar to subscribe to. Calendars are read by the servers of others, and that somebody belongs to
 * the Party is sensitive (个人信息保护法 第二十八条): unless its owner wants the whole, it says 会议 and 事项截止 and no more.
 * A duty is an event of its whole last day and no VTODO, which the calendars of phones leave out of what is subscribed to.
 */
export function feedCalendar({ meetings, duties, whole, origin }: Content, now: Date): string {
  const calendar = newCalendar('duties')
  calendar.name(whole ? '三亮：我的会议和事项' : '我的日程')
  calendar.ttl(3600)
  for (const meeting of meetings) {
    const link = whole ? `${origin}/meetings/pages/meeting/index?meetingId=${meeting.meetingId}` : origin
    addMeetingEvent(calendar, whole ? meeting : { ...meeting, title: '会议', agenda: '', place: '', unitName: '' }, link, now)
  }
  for (const { kind, subjectId, title, dueAt } of duties) {
    calendar.createEvent({
      id: `${kind}-${subjectId}@sanliang`,
      stamp: now,
      lastModified: now,
      start: dayInChina(dueAt),
      allDay: true,
      summary: whole ? `${dutyWords[kind]}：${title}` : '事项截止',
      url: origin,
      transparency: ICalEventTransparency.TRANSPARENT,
      status: ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** The day it is in China, as a date without a time: 10:00 there is the same day in every zone this may run in. */
const dayInChina = (at: Date) => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T00:00:00`
