import { addMeeting, codeAt } from '../testing/meeting'
import { auditOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const newMeeting = (state: meetings.MeetingState = 'scheduled') =>
  addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', state, people: [own.secretary, own.member] })
const invite = (meetingId: string, people: Person[], reason = '列席') =>
  world.call(own.secretary, meetings.invite, { meetingId, memberIds: people.map(({ memberId }) => memberId), reason })
const uninvite = (meetingId: string, { memberId }: Person) =>
  world.refusal(own.secretary, meetings.uninvite, { meetingId, memberId, reason: '误加' })
const counts = async (meetingId: string) => {
  const { expected, entitled, invited } = await world.succeed(own.secretary, meetings.attendance, { meetingId })
  return { expected, entitled, invited }
}

it('counts members and those on probation, and keeps activists and colleagues outside the count', async () => {
  const { meetingId } = await newMeeting()
  const people = [own.otherMember, own.probationary, own.activist, own.colleague]
  expect((await invite(meetingId, people, '联合主题党日')).body).toEqual({ ok: true, data: { added: 4 } })
  expect(await counts(meetingId)).toEqual({ expected: 4, entitled: 3, invited: 2 })
  expect(await lineOf(world, meetingId, own.colleague)).toMatchObject({
    counted: false,
    votes: false,
    reason: '联合主题党日',
    state: 'expected',
  })
  const [entry] = await auditOf(world, meetingId)
  const memberIds = expect.arrayContaining(people.map(({ memberId }) => memberId))
  expect(entry).toMatchObject({ action: 'meetings.invite', detail: { reason: '联合主题党日', memberIds } })
})

it('adds nobody twice and leaves those on the list as they are', async () => {
  const { meetingId } = await newMeeting('open')
  const arrival = { meetingId, memberId: own.member.memberId, state: 'present' as const, reason: '现场登记' }
  await world.succeed(own.secretary, meetings.recordAttendance, arrival)
  expect((await invite(meetingId, [own.member, own.activist, own.activist])).body).toEqual({ ok: true, data: { added: 1 } })
  expect(await lineOf(world, meetingId, own.member)).toMatchObject({ state: 'present', reason: '现场登记' })
})

it('opens the meeting to whoever is invited, and lets them check in', async () => {
  const meeting = await newMeeting('open')
  const { meetingId } = meeting
  expect(await world.refusal(own.otherMember, meetings.meeting, { meetingId })).toBe('NOT_ALLOWED')
  const code = codeAt(meeting, world.clock.now())
  expect(await world.refusal(own.otherMember, meetings.checkIn, { code })).toBe('NOT_INVITED')
  await invite(meetingId, [own.otherMember])
  expect(await world.succeed(own.otherMember, meetings.meeting, { meetingId })).toMatchObject({ canManage: false, canSeeAttendance: false })
  expect(await world.refusal(own.otherMember, meetings.checkIn, { code })).toBe('OK')
})

it('takes somebody off the list, with what they asked for', async () => {
  const { meetingId } = await newMeeting()
  await world.succeed(own.member, meetings.askLeave, { meetingId, reason: '出差' })
  expect(await uninvite(meetingId, own.member)).toBe('OK')
  expect(await lineOf(world, meetingId, own.member)).toBeUndefined()
  expect(await world.succeed(own.secretary, meetings.meeting, { meetingId })).toMatchObject({ leave: [], expected: 1 })
  expect(await uninvite(meetingId, own.member)).toBe('NOT_INVITED')
  expect((await auditOf(world, meetingId)).at(-1)).toMatchObject({
    action: 'meetings.uninvite',
    detail: { memberId: own.member.memberId, reason: '误加' },
  })
})

it('does not take off somebody who is there', async () => {
  const meeting = await newMeeting('open')
  await world.succeed(own.member, meetings.checkIn, { code: codeAt(meeting, world.clock.now()) })
  expect(await uninvite(meeting.meetingId, own.member)).toBe('HAS_CHECK_INS')
})

it.each<[meetings.MeetingState, string]>([
  ['closed', 'ALREADY_CLOSED'],
  ['cancelled', 'MEETING_CANCELLED'],
])('changes no list of a %s meeting', async (state, code) => {
  const { meetingId } = await newMeeting(state)
  expect((await invite(meetingId, [own.activist])).body).toMatchObject({ ok: false, error: { code } })
  expect(await uninvite(meetingId, own.member)).toBe(code)
  expect(await lineOf(world, meetingId, own.member)).toBeDefined()
  expect(await lineOf(world, meetingId, own.activist)).toBeUndefined()
})

it('invites at least one person and at most two hundred', async () => {
  const { meetingId } = await newMeeting()
  expect((await invite(meetingId, [])).body).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  const many = Array.from({ length: 201 }, () => own.activist)
  expect((await invite(meetingId, many)).body).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
})
