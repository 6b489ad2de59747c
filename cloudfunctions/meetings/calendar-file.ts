import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { MeetingState } from './contract'

dayjs.extend(utc)

export interface CalendarMeeting {
  meetingId: string
  title: string
  agenda: string
  place: string
  unitName: string
  startsAt: Date
  durationMinutes: number
  state: MeetingState
  /** How often it was changed: a calendar takes the higher one. */
  revision: number
}

const zone = 'Asia/Shanghai'
const remindSeconds = 30 * 60

/** RFC 5545 wants every zone it names described; China has been at UTC+8 without summer time since 15 September 1991. */
const zoneDescription = (name: string) =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19910915T020000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')

/** A `Date` would be written in the process's own zone, a dayjs in the one it is in. */
const inChina = (at: Date) => dayjs.utc(at).utcOffset(8)

/** An empty calendar that names its zone where it needs to. */
export const newCalendar = (product: string) =>
  // The zone's name stands with the event alone: where the whole calendar had one, DTSTAMP would not be in UTC.
  ical({
    prodId: { company: 'sanliang', product, language: 'ZH-CN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: zoneDescription },
  })

/** Puts a meeting into a calendar: half an hour before it the phone reminds. `link` leads to its page. */
export function addMeetingEvent(calendar: ICalCalendar, meeting: CalendarMeeting, link: string, now: Date): void {
  const { meetingId, title, agenda, place, unitName, startsAt, durationMinutes, state, revision } = meeting
  const event = calendar.createEvent({
    id: `${meetingId}@sanliang`,
    sequence: revision,
    stamp: now,
    start: inChina(startsAt),
    end: inChina(new Date(startsAt.getTime() + durationMinutes * 60_000)),
    timezone: zone,
    summary: title,
    location: place,
    description: [unitName, agenda].filter(Boolean).join('\n'),
    url: link,
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (state === 'scheduled') event.createAlarm({ type: ICalAlarmType.display, trigger: remindSeconds, description: title })
}

/** The meeting as an .ics file with one event. */
export function calendarFile(meeting: CalendarMeeting, link: string, now: Date): string {
  const calendar = newCalendar('meetings')
  addMeetingEvent(calendar, meeting, link, now)
  return calendar.toString()
}
