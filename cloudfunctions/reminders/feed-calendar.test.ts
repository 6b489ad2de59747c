import type { CalendarMeeting } from '../meetings/calendar-file'
import { type CalendarDuty, feedCalendar } from './feed-calendar'

const meeting: CalendarMeeting = {
  ...{ meetingId: '01930000-0000-7000-8000-000000000100', title: '十一月党员大会', agenda: '学习文件', place: '党员活动室' },
  ...{ unitName: '第一党支部', startsAt: new Date('2026-11-30T15:00:00+08:00'), durationMinutes: 90, state: 'scheduled', revision: 2 },
}
const duty: CalendarDuty = {
  ...{ kind: 'report', subjectId: '01930000-0000-7000-8000-000000000200', title: '2026-Q4 思想汇报' },
  dueAt: new Date('2026-12-31T23:59:59+08:00'),
}
const now = new Date('2026-11-23T09:00:00+08:00')
const linesOf = (whole: boolean, content: { meetings?: CalendarMeeting[]; duties?: CalendarDuty[] } = {}) =>
  feedCalendar({ meetings: [meeting], duties: [duty], ...content, whole, origin: 'https://sanliang.test' }, now)
    .replace(/\r\n /g, '')
    .split('\r\n')

it('says of a meeting when it is, with the sequence of its changes, under the name it has in the file of the meeting alone', () => {
  expect(linesOf(true)).toEqual(
    expect.arrayContaining([
      'UID:01930000-0000-7000-8000-000000000100@sanliang',
      'SEQUENCE:2',
      'DTSTART;TZID=Asia/Shanghai:20261130T150000',
      'SUMMARY:十一月党员大会',
      'LOCATION:党员活动室',
      'URL;VALUE=URI:https://sanliang.test/meetings/pages/meeting/index?meetingId=01930000-0000-7000-8000-000000000100',
    ]),
  )
})

it('says of a duty its last day in China, which keeps nobody busy', () => {
  const lines = linesOf(true, { meetings: [] })
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:report-01930000-0000-7000-8000-000000000200@sanliang',
      'DTSTART;VALUE=DATE:20261231',
      'SUMMARY:汇报截止：2026-Q4 思想汇报',
      'TRANSP:TRANSPARENT',
      'LAST-MODIFIED:20261123T010000Z',
    ]),
  )
})

it('says nothing of the Party unless its owner wants the whole', () => {
  const text = linesOf(false).join('\n')
  expect(text).toContain('SUMMARY:会议')
  expect(text).toContain('SUMMARY:事项截止')
  expect(text).not.toMatch(/党|支部|思想|汇报|三亮|文件|meetingId/)
})

it('keeps a cancelled meeting as cancelled, so that calendars take it out', () => {
  expect(linesOf(false, { meetings: [{ ...meeting, state: 'cancelled' }] })).toContain('STATUS:CANCELLED')
})

it('is a calendar also where there is nothing', () => {
  const lines = linesOf(false, { meetings: [], duties: [] })
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines).not.toContain('BEGIN:VEVENT')
})
