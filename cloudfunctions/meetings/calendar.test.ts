import { addMeeting } from '../testing/meeting'
import { addOrganisation } from '../testing/organisation'
import { openWorld } from '../testing/world'
import { calendar } from './calendar-contract'
import { type CalendarMeeting, calendarFile } from './calendar-file'
import { cancel, reschedule } from './contract'

const meeting: CalendarMeeting = {
  meetingId: '01930000-0000-7000-8000-000000000100',
  title: '11月主题党日',
  agenda: '',
  place: '三楼会议室',
  unitName: '第一党支部',
  startsAt: new Date('2026-12-31T23:30:00+08:00'),
  durationMinutes: 60,
  state: 'scheduled',
  revision: 0,
}
const now = new Date('2026-11-23T09:00:00+08:00')
const folded = (own: Partial<CalendarMeeting> = {}) => calendarFile({ ...meeting, ...own }, 'https://sanliang.test/m?a=1', now)
/** As a calendar reads it: long lines joined again. */
const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n')
const linesWith = (own?: Partial<CalendarMeeting>) => linesOf(folded(own))

it('says when it is on China’s clock, over midnight into the new year, whatever zone the server is in', () => {
  expect(linesWith()).toEqual(
    expect.arrayContaining([
      'TZID:Asia/Shanghai',
      'TZOFFSETTO:+0800',
      'DTSTAMP:20261123T010000Z',
      'DTSTART;TZID=Asia/Shanghai:20261231T233000',
      'DTEND;TZID=Asia/Shanghai:20270101T003000',
    ]),
  )
})

it('describes the zone once, since China changes its clocks no more', () => {
  const lines = linesWith()
  expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
  expect(lines).not.toContain('BEGIN:DAYLIGHT')
})

it('is the same event with a higher sequence after a change', () => {
  const [first, second] = [linesWith(), linesWith({ revision: 3, place: '二楼' })]
  const uid = (lines: string[]) => lines.filter((line) => line.startsWith('UID:'))
  expect(uid(first)).toEqual(['UID:01930000-0000-7000-8000-000000000100@sanliang'])
  expect(uid(second)).toEqual(uid(first))
  expect(first).toContain('SEQUENCE:0')
  expect(second).toContain('SEQUENCE:3')
})

it('reminds half an hour before a meeting to come, and of no other', () => {
  expect(linesWith()).toEqual(expect.arrayContaining(['STATUS:CONFIRMED', 'TRIGGER:-PT30M']))
  expect(linesWith({ state: 'cancelled' })).toContain('STATUS:CANCELLED')
  expect(linesWith({ state: 'cancelled' })).not.toContain('BEGIN:VALARM')
})

it('keeps what a person typed from being read as the calendar’s own', () => {
  const lines = linesWith({ title: '党课；a,b;c\\d', agenda: '一、学习\nEND:VEVENT\r\n二、讨论' })
  expect(lines).toContain('SUMMARY:党课；a\\,b\\;c\\\\d')
  expect(lines).toContain('DESCRIPTION:第一党支部\\n一、学习\\nEND:VEVENT\\n二、讨论')
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
})

it('folds lines at 75 bytes, without cutting a character', () => {
  const agenda = '学习贯彻重要讲话精神🏳️‍🌈'.repeat(40)
  const text = folded({ agenda })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(linesOf(text)).toContain(`DESCRIPTION:第一党支部\\n${agenda}`)
})

it('is given to whoever is on the list and kept up to date by asking again', async () => {
  const world = await openWorld()
  const own = await addOrganisation(world)
  const state = 'scheduled' as const
  const { meetingId } = await addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    people: [own.member],
    guests: [own.otherMember],
    state,
  })
  const get = async (as = own.member) => world.succeed(as, calendar, { meetingId })
  const first = await get(own.otherMember)
  expect(first.fileName).toBe('十一月集体学习.ics')
  expect(linesOf(first.text)).toEqual(
    expect.arrayContaining(['SEQUENCE:0', 'DTSTART;TZID=Asia/Shanghai:20261123T090000', 'LOCATION:三楼会议室']),
  )
  expect(linesOf(first.text).find((line) => line.startsWith('URL'))).toContain(
    `https://sanliang.test/meetings/pages/meeting/index?meetingId=${meetingId}`,
  )
  await world.succeed(own.secretary, reschedule, { meetingId, title: '学习/讨论', place: '二楼' })
  const second = await get()
  expect(second.fileName).toBe('学习 讨论.ics')
  expect(linesOf(second.text)).toEqual(expect.arrayContaining(['SEQUENCE:1', 'LOCATION:二楼']))
  await world.succeed(own.secretary, cancel, { meetingId, reason: '改期' })
  expect(linesOf((await get()).text)).toEqual(expect.arrayContaining(['SEQUENCE:2', 'STATUS:CANCELLED']))
  await world.close()
})
