import { addMeeting } from '../testing/meeting'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type RoleName } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

let meetingId: string
const newMeeting = async (state: meetings.MeetingState = 'scheduled') => {
  const people = [own.secretary, own.deputySecretary, own.member, own.siblingMember]
  ;({ meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', state, people }))
}
beforeEach(() => newMeeting())

const ask = (reason = '出差') => world.refusal(own.member, meetings.askLeave, { meetingId, reason })
const withdraw = () => world.refusal(own.member, meetings.withdrawLeave, { meetingId })
const decide = (decision: 'granted' | 'refused', comment?: string, officer = own.secretary) =>
  world.refusal(officer, meetings.decideLeave, { meetingId, memberId: own.member.memberId, decision, ...(comment && { comment }) })
const mine = async () => (await world.succeed(own.member, meetings.meeting, { meetingId })).mine
const counts = async () => {
  const { expected, excused, quorum } = await world.succeed(own.secretary, meetings.attendance, { meetingId })
  return { expected, excused, needed: quorum.needed }
}

it('asked for, waits for the officer and changes nothing else', async () => {
  expect(await ask()).toBe('OK')
  expect(await mine()).toEqual({ state: 'expected', at: null, leave: 'asked' })
  expect(await counts()).toEqual({ expected: 4, excused: 0, needed: 3 })
})

it('granted, excuses the person, who stays entitled', async () => {
  await ask()
  expect(await decide('granted', '同意')).toBe('OK')
  expect(await mine()).toEqual({ state: 'excused', at: null, leave: 'granted' })
  expect(await counts()).toEqual({ expected: 4, excused: 1, needed: 3 })
  await world.succeed(own.secretary, meetings.open, { meetingId })
  await world.succeed(own.secretary, meetings.close, { meetingId })
  expect(await kindsOf(world, meetingId, own.member)).toEqual(['meeting-excused'])
})

it('refused, leaves the person expected, and may be asked for again with another reason', async () => {
  await ask()
  expect(await decide('refused', '请调整安排')).toBe('OK')
  expect(await mine()).toEqual({ state: 'expected', at: null, leave: 'refused' })
  expect(await ask('家人住院')).toBe('OK')
  const { leave } = await world.succeed(own.secretary, meetings.meeting, { meetingId })
  expect(leave).toMatchObject([{ memberId: own.member.memberId, reason: '家人住院', state: 'asked', decision: null }])
})

it('withdrawn before the decision, is nothing to decide', async () => {
  await ask()
  expect(await withdraw()).toBe('OK')
  expect(await decide('granted')).toBe('NOTHING_TO_DECIDE')
  expect(await mine()).toEqual({ state: 'expected', at: null, leave: 'withdrawn' })
})

it('withdrawn after it was granted, makes the person expected again', async () => {
  await ask()
  await decide('granted')
  expect(await withdraw()).toBe('OK')
  expect(await mine()).toEqual({ state: 'expected', at: null, leave: 'withdrawn' })
  expect((await lineOf(world, meetingId, own.member))?.how).toBeNull()
})

it('once granted, is not taken back by asking again', async () => {
  await ask()
  await decide('granted')
  expect(await ask('再说一次')).toBe('OK')
  expect(await mine()).toEqual({ state: 'excused', at: null, leave: 'granted' })
})

it('is withdrawn only where there is one', async () => {
  expect(await withdraw()).toBe('NOTHING_TO_DECIDE')
  await ask()
  await withdraw()
  expect(await withdraw()).toBe('NOTHING_TO_DECIDE')
})

it('is decided once, whoever of two officers is faster', async () => {
  await ask()
  const both = await Promise.all([decide('granted', undefined, own.secretary), decide('granted', undefined, own.deputySecretary)])
  expect(both.sort()).toEqual(['NOTHING_TO_DECIDE', 'OK'])
  const decided = (await auditOf(world, meetingId)).filter(({ action }) => action === 'meetings.decideLeave')
  expect(decided).toHaveLength(1)
})

it('is decided by an officer, not by the one who asks', async () => {
  await ask()
  const request = { meetingId, memberId: own.member.memberId, decision: 'granted' as const }
  expect(await world.refusal(own.member, meetings.decideLeave, request)).toBe('NOT_ALLOWED')
})

it('is asked for by those on the list', async () => {
  expect(await world.refusal(own.activist, meetings.askLeave, { meetingId, reason: '出差' })).toBe('NOT_ALLOWED')
})

it('is over once the meeting has begun; what was asked can still be decided', async () => {
  await ask()
  await world.succeed(own.secretary, meetings.open, { meetingId })
  expect(await withdraw()).toBe('LEAVE_CLOSED')
  expect(await world.refusal(own.siblingMember, meetings.askLeave, { meetingId, reason: '出差' })).toBe('LEAVE_CLOSED')
  expect(await decide('granted')).toBe('OK')
  expect(await mine()).toMatchObject({ state: 'excused' })
})

it('is not granted to somebody who is there', async () => {
  await ask()
  await world.succeed(own.secretary, meetings.open, { meetingId })
  const arrival = { meetingId, memberId: own.member.memberId, state: 'present' as const, reason: '手机没电' }
  await world.succeed(own.secretary, meetings.recordAttendance, arrival)
  expect(await decide('granted')).toBe('ALREADY_CHECKED_IN')
  expect(await mine()).toMatchObject({ state: 'present', leave: 'asked' })
})

it('is over after the close', async () => {
  await ask()
  await world.succeed(own.secretary, meetings.open, { meetingId })
  await world.succeed(own.secretary, meetings.close, { meetingId })
  expect(await ask()).toBe('LEAVE_CLOSED')
  expect(await withdraw()).toBe('LEAVE_CLOSED')
  expect(await decide('granted')).toBe('ALREADY_CLOSED')
  expect(await mine()).toMatchObject({ state: 'absent', leave: 'asked' })
})

it('is not asked for of a cancelled meeting', async () => {
  await newMeeting('cancelled')
  expect(await ask()).toBe('MEETING_CANCELLED')
})

it('leaves a trail of who decided, without the reason', async () => {
  await ask('家人住院')
  await decide('granted')
  const memberId = own.member.memberId
  expect(await auditOf(world, meetingId)).toEqual([
    { action: 'meetings.askLeave', actor: memberId, detail: { memberId } },
    { action: 'meetings.decideLeave', actor: own.secretary.memberId, detail: { memberId, state: 'granted' } },
  ])
})

it('shows its reason to the one who asked and to the officers, to nobody else', async () => {
  await ask('家人住院')
  const of = async (person: RoleName) => JSON.stringify(await world.succeed(own[person], meetings.meeting, { meetingId }))
  expect(JSON.parse(await of('member'))).toMatchObject({ myLeaveReason: '家人住院', leave: [], canManage: false, canSeeAttendance: false })
  expect(JSON.parse(await of('secretary'))).toMatchObject({ myLeaveReason: null, leave: [{ name: 'member', reason: '家人住院' }] })
  await world.succeed(own.siblingMember, meetings.askLeave, { meetingId, reason: '出差' })
  for (const other of ['siblingMember', 'probationary', 'activist', 'leader', 'administrator'] as const) {
    expect(await of(other)).not.toContain('家人住院')
  }
})
