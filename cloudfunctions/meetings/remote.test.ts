import { addMeeting, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'
import { admit } from './remote-contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const newMeeting = (state: meetings.MeetingState = 'open') =>
  addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', state, people: [own.secretary, own.member] })
const admitted = ({ meetingId }: Meeting, { memberId }: Person) => world.refusal(own.secretary, admit, { meetingId, memberId })
const attendance = ({ meetingId }: Meeting) => world.succeed(own.secretary, meetings.attendance, { meetingId })

it('admits by name, and keeps who did it and when', async () => {
  const meeting = await newMeeting()
  expect(await admitted(meeting, own.member)).toBe('OK')
  const { present, quorum, people } = await attendance(meeting)
  expect({ present, have: quorum.have }).toEqual({ present: 1, have: 1 })
  expect(people[0]).toMatchObject({
    name: 'member',
    state: 'present',
    how: 'remote',
    admittedBy: 'secretary',
    at: '2026-11-23T09:00:00.000+08:00',
  })
  expect(await auditOf(world, meeting.meetingId)).toEqual([
    { action: 'meetings.admit', actor: own.secretary.memberId, detail: { memberId: own.member.memberId, before: 'expected' } },
  ])
})

it('is attendance like any other once the meeting is closed', async () => {
  const meeting = await newMeeting()
  await admitted(meeting, own.member)
  await world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  expect(await kindsOf(world, meeting.meetingId, own.member)).toEqual(['meeting-attended'])
})

it('is taken back with a reason, and then nobody admitted them', async () => {
  const meeting = await newMeeting()
  await admitted(meeting, own.member)
  const back = { meetingId: meeting.meetingId, memberId: own.member.memberId, state: 'absent' as const, reason: '中途掉线' }
  await world.succeed(own.secretary, meetings.recordAttendance, back)
  const { people, quorum } = await attendance(meeting)
  expect(quorum.have).toBe(0)
  expect(people.find(({ name }) => name === 'member')).toMatchObject({ state: 'absent', how: 'manual', admittedBy: null })
})

it('admits nobody who is there already or not on the list', async () => {
  const meeting = await newMeeting()
  await admitted(meeting, own.member)
  expect(await admitted(meeting, own.member)).toBe('ALREADY_CHECKED_IN')
  expect(await admitted(meeting, own.siblingMember)).toBe('NOT_INVITED')
})

it.each<[meetings.MeetingState, string]>([
  ['scheduled', 'MEETING_FIRST'],
  ['closed', 'MEETING_ENDED'],
  ['cancelled', 'MEETING_CANCELLED'],
])('admits nobody to a %s meeting', async (state, code) => {
  const meeting = await newMeeting(state)
  expect(await admitted(meeting, own.member)).toBe(code)
  expect((await lineOf(world, meeting.meetingId, own.member))?.state).toBe('expected')
})
