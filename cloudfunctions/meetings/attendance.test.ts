import { addMeeting, codeAt } from '../testing/meeting'
import { auditOf, factsOf, kindsOf, lineOf } from '../testing/meeting-records'
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

const newMeeting = async (state: meetings.MeetingState = 'open') => {
  const { secretary, deputySecretary, member, siblingMember, activist } = own
  const people = [secretary, deputySecretary, member, siblingMember]
  return addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', state, people, guests: [activist] })
}
type Recorded = 'present' | 'late' | 'excused' | 'absent' | 'expected'
const recorded = (meetingId: string, person: RoleName, state: Recorded, reason = '现场登记') =>
  world.refusal(own.secretary, meetings.recordAttendance, { meetingId, memberId: own[person].memberId, state, reason })
const attendance = (meetingId: string, since?: string) =>
  world.succeed(own.secretary, meetings.attendance, { meetingId, ...(since && { since }) })
const close = (meetingId: string) => world.succeed(own.secretary, meetings.close, { meetingId })

it('counts those expected by state, guests apart, and says when the quorum is there', async () => {
  const { meetingId } = await newMeeting()
  await recorded(meetingId, 'secretary', 'present')
  await recorded(meetingId, 'activist', 'present')
  const before = await attendance(meetingId)
  expect(before).toMatchObject({ meetingState: 'open', expected: 4, entitled: 4, present: 1, late: 0, excused: 0, absent: 0, invited: 1 })
  expect(before.quorum).toEqual({ needed: 3, have: 1, met: false })
  await recorded(meetingId, 'deputySecretary', 'late')
  await recorded(meetingId, 'member', 'present')
  await recorded(meetingId, 'siblingMember', 'excused')
  const after = await attendance(meetingId)
  expect(after).toMatchObject({ expected: 4, entitled: 4, present: 2, late: 1, excused: 1, absent: 0, invited: 1 })
  expect(after.quorum).toEqual({ needed: 3, have: 3, met: true })
})

it('does not count the probationary, or those recorded as unable, for the quorum', async () => {
  const { groupLeader, member, probationary } = own
  await world.database.db.updateTable('organisation_members').set({ unable: true }).where('member_id', '=', groupLeader.memberId).execute()
  const input = { unitId: own.branch, kind: 'assembly' as const, title: '大会', startsAt: '2026-11-23T09:00:00+08:00', place: '三楼' }
  const { meetingId } = await world.succeed(own.secretary, meetings.schedule, input)
  await world.succeed(own.secretary, meetings.open, { meetingId })
  for (const { memberId } of [groupLeader, member, probationary]) {
    await world.succeed(own.secretary, meetings.recordAttendance, { meetingId, memberId, state: 'present', reason: '现场登记' })
  }
  const { expected, entitled, present, quorum } = await attendance(meetingId)
  expect({ expected, entitled, present }).toEqual({ expected: 9, entitled: 7, present: 3 })
  expect(quorum).toEqual({ needed: 4, have: 1, met: false })
  await world.database.db.updateTable('organisation_members').set({ unable: false }).where('member_id', '=', groupLeader.memberId).execute()
})

it('lists those who arrived first on top, with how, when, why and from which group', async () => {
  const { meetingId } = await newMeeting()
  await recorded(meetingId, 'siblingMember', 'present', '手机没电')
  world.clock.advance({ seconds: 20 })
  await recorded(meetingId, 'member', 'present')
  const { people } = await attendance(meetingId)
  expect(people.slice(0, 2).map(({ name }) => name)).toEqual(['siblingMember', 'member'])
  expect(people[0]).toMatchObject({ state: 'present', how: 'manual', reason: '手机没电', flags: [], groupName: '第二党小组', votes: true })
  expect(people).toHaveLength(5)
})

describe('since an earlier answer', () => {
  it('names only those who changed, with the whole counts', async () => {
    const { meetingId } = await newMeeting()
    world.clock.advance({ minutes: 1 })
    const { cursor } = await attendance(meetingId)
    world.clock.advance({ minutes: 1 })
    await recorded(meetingId, 'member', 'present')
    const next = await attendance(meetingId, cursor)
    expect(next.people.map(({ name }) => name)).toEqual(['member'])
    expect(next).toMatchObject({ expected: 4, present: 1 })
    world.clock.advance({ minutes: 1 })
    const { cursor: later } = await attendance(meetingId, next.cursor)
    expect((await attendance(meetingId, later)).people).toEqual([])
  })

  it('names a change that was dated a moment before the cursor, since its transaction may have ended after', async () => {
    const { meetingId } = await newMeeting()
    world.clock.advance({ minutes: 1 })
    await recorded(meetingId, 'member', 'present')
    world.clock.advance({ seconds: 4 })
    const { cursor } = await attendance(meetingId)
    expect((await attendance(meetingId, cursor)).people.map(({ name }) => name)).toEqual(['member'])
  })

  it('names everyone the close made absent', async () => {
    const { meetingId } = await newMeeting()
    await recorded(meetingId, 'member', 'present')
    world.clock.advance({ minutes: 1 })
    const { cursor } = await attendance(meetingId)
    world.clock.advance({ minutes: 1 })
    await close(meetingId)
    const { people, meetingState } = await attendance(meetingId, cursor)
    expect(meetingState).toBe('closed')
    expect(people.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'activist absent',
      'deputySecretary absent',
      'secretary absent',
      'siblingMember absent',
    ])
  })
})

describe('recorded by hand', () => {
  it.each<[meetings.MeetingState, Recorded, string]>([
    ['scheduled', 'present', 'MEETING_NOT_OPEN'],
    ['scheduled', 'late', 'MEETING_NOT_OPEN'],
    ['scheduled', 'absent', 'MEETING_NOT_OPEN'],
    ['scheduled', 'excused', 'OK'],
    ['scheduled', 'expected', 'OK'],
    ['open', 'present', 'OK'],
    ['open', 'absent', 'OK'],
    ['open', 'expected', 'OK'],
    ['closed', 'present', 'OK'],
    ['closed', 'excused', 'OK'],
    // After the close nobody is awaited any more: then it is absent that is meant.
    ['closed', 'expected', 'INVALID_INPUT'],
    ['cancelled', 'present', 'MEETING_CANCELLED'],
  ])('in a %s meeting %s is %s', async (meetingState, state, outcome) => {
    const { meetingId } = await newMeeting(meetingState)
    expect(await recorded(meetingId, 'member', state)).toBe(outcome)
    expect((await lineOf(world, meetingId, own.member))?.state).toBe(outcome === 'OK' ? state : 'expected')
  })

  it('keeps the moment of an arrival that is only judged anew, and takes it from those who were not there', async () => {
    const { meetingId } = await newMeeting()
    await recorded(meetingId, 'member', 'late')
    const arrivedAt = world.clock.now()
    world.clock.advance({ minutes: 5 })
    await recorded(meetingId, 'member', 'present', '因公迟到')
    expect(await lineOf(world, meetingId, own.member)).toMatchObject({ state: 'present', at: arrivedAt, how: 'manual', reason: '因公迟到' })
    await recorded(meetingId, 'member', 'absent', '误登记')
    expect(await lineOf(world, meetingId, own.member)).toMatchObject({ state: 'absent', at: null })
  })

  it('says who is not on the list, and needs a reason', async () => {
    const { meetingId } = await newMeeting()
    expect(await recorded(meetingId, 'otherMember', 'present')).toBe('NOT_INVITED')
    expect(await recorded(meetingId, 'member', 'present', '  ')).toBe('INVALID_INPUT')
  })

  it('leaves a trail of what it was before, and why', async () => {
    const { meetingId } = await newMeeting()
    await recorded(meetingId, 'member', 'present', '手机没电')
    expect(await auditOf(world, meetingId)).toEqual([
      {
        action: 'meetings.recordAttendance',
        actor: own.secretary.memberId,
        detail: { memberId: own.member.memberId, before: 'expected', state: 'present', reason: '手机没电', afterClose: false },
      },
    ])
  })

  it('lets somebody marked absent check in while the meeting is open', async () => {
    const meeting = await newMeeting()
    await recorded(meeting.meetingId, 'member', 'absent')
    await world.succeed(own.member, meetings.checkIn, { code: codeAt(meeting, world.clock.now()) })
    expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'present', how: 'scan', reason: null })
  })
})

describe('corrected after the close', () => {
  const corrected = async () => {
    const meeting = await newMeeting()
    await close(meeting.meetingId)
    world.clock.advance({ hours: 3 })
    await recorded(meeting.meetingId, 'member', 'present', '签到时手机没电')
    return meeting
  }

  it('stays visible: the first fact is reversed with the reason, and the new one stands', async () => {
    const { meetingId } = await corrected()
    const [first, reversal, standing] = await factsOf(world, meetingId, own.member)
    expect(first).toMatchObject({ kind: 'meeting-absent', reverses_id: null, reason: null })
    expect(reversal).toMatchObject({ kind: 'meeting-absent', reverses_id: first?.fact_id, reason: '签到时手机没电' })
    expect(standing).toMatchObject({
      kind: 'meeting-attended',
      reverses_id: null,
      reason: '签到时手机没电',
      recorded_at: world.clock.now(),
    })
    expect((await auditOf(world, meetingId)).at(-1)?.detail).toMatchObject({ before: 'absent', state: 'present', afterClose: true })
    const { people, present, absent } = await attendance(meetingId)
    expect({ present, absent }).toEqual({ present: 1, absent: 3 })
    expect(people[0]).toMatchObject({ name: 'member', how: 'manual', reason: '签到时手机没电' })
  })

  it('again, reverses the last word alone', async () => {
    const { meetingId } = await corrected()
    world.clock.advance({ hours: 1 })
    await recorded(meetingId, 'member', 'excused', '已口头请假')
    expect(await kindsOf(world, meetingId, own.member)).toEqual([
      'meeting-absent',
      '-meeting-absent',
      'meeting-attended',
      '-meeting-attended',
      'meeting-excused',
    ])
  })

  it('leaves everyone else’s facts alone', async () => {
    const { meetingId } = await corrected()
    expect(await kindsOf(world, meetingId, own.siblingMember)).toEqual(['meeting-absent'])
    expect(await kindsOf(world, meetingId, null)).toEqual(['meeting-held'])
  })

  it('gives a guest who came after all a fact, and takes it again', async () => {
    const { meetingId } = await newMeeting()
    await close(meetingId)
    expect(await kindsOf(world, meetingId, own.activist)).toEqual([])
    await recorded(meetingId, 'activist', 'present', '列席')
    world.clock.advance({ minutes: 1 })
    await recorded(meetingId, 'activist', 'absent', '登记有误')
    expect(await kindsOf(world, meetingId, own.activist)).toEqual(['meeting-joined', '-meeting-joined'])
  })
})
