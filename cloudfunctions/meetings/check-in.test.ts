import { onChange } from '../kernel/changes'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { auditOf, factsOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'
import { wallTopic } from './wall-topic'

let world: World
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const newMeeting = (state: meetings.MeetingState = 'open') =>
  addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    kind: 'assembly',
    state,
    people: [own.secretary, own.member, own.siblingMember, own.probationary],
    guests: [own.activist],
  })
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  meeting = await newMeeting()
})

type Extra = Partial<{ requestId: string; scannedAt: string; device: string; position: 'near' | 'far' }>
const scanned = (
  as: { token: string },
  extra: Extra = {},
  code = codeAt(meeting, extra.scannedAt ? new Date(extra.scannedAt) : world.clock.now()),
) => world.call(as, meetings.checkIn, { code, ...extra })
const refusal = async (...parameters: Parameters<typeof scanned>) => {
  const { body } = await scanned(...parameters)
  return body.ok ? 'OK' : body.error.code
}

it('makes the member present, and says so with name, title and time', async () => {
  world.clock.advance({ minutes: 2 })
  expect(await scanned(own.member)).toEqual({
    status: 200,
    body: {
      ok: true,
      data: {
        meetingId: meeting.meetingId,
        title: '十一月集体学习',
        state: 'present',
        checkedInAt: '2026-11-23T09:02:00.000+08:00',
        signedOutAt: null,
        repeated: false,
        offline: false,
        name: 'member',
      },
    },
  })
  expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({
    state: 'present',
    how: 'scan',
    at: world.clock.now(),
    flags: [],
  })
  expect(await auditOf(world, meeting.meetingId)).toEqual([
    { action: 'meetings.checkIn', actor: own.member.memberId, detail: { state: 'present', how: 'scan' } },
  ])
})

it('is late more than ten minutes after the start', async () => {
  world.clock.advance({ minutes: 10, seconds: 1 })
  expect((await scanned(own.member)).body).toMatchObject({ ok: true, data: { state: 'late' } })
  expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'late' })
})

it('again, answers with the first time and changes nothing', async () => {
  await scanned(own.member)
  const before = await snapshot(world.database.db)
  world.clock.advance({ minutes: 20 })
  expect((await scanned(own.member)).body).toMatchObject({
    ok: true,
    data: { state: 'present', checkedInAt: '2026-11-23T09:00:00.000+08:00', repeated: true },
  })
  expect(await snapshot(world.database.db)).toEqual(before)
})

it('sent again with the same key, answers exactly the same, even after the close', async () => {
  const code = codeAt(meeting, world.clock.now())
  const first = await scanned(own.member, { requestId: 'scan-00000001' }, code)
  world.clock.advance({ minutes: 1 })
  expect(await scanned(own.member, { requestId: 'scan-00000001' }, code)).toEqual(first)
  await world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  expect(await scanned(own.member, { requestId: 'scan-00000001' }, code)).toEqual(first)
})

it('is open to guests on the list, outside the count', async () => {
  expect(await refusal(own.activist)).toBe('OK')
  const { present, quorum } = await world.succeed(own.secretary, meetings.attendance, { meetingId: meeting.meetingId })
  expect({ present, have: quorum.have }).toEqual({ present: 0, have: 0 })
})

it('brings somebody with leave, who came after all', async () => {
  const excused = { meetingId: meeting.meetingId, memberId: own.member.memberId, state: 'excused' as const, reason: '出差' }
  await world.succeed(own.secretary, meetings.recordAttendance, excused)
  expect(await refusal(own.member)).toBe('OK')
  expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'present', reason: null })
})

it('wakes the wall of the meeting', async () => {
  const heard = jest.fn()
  const off = onChange(wallTopic(own.orgId, meeting.meetingId), heard)
  await scanned(own.member)
  await scanned(own.member)
  off()
  expect(heard).toHaveBeenCalledTimes(1)
})

describe('is refused, and leaves nothing behind,', () => {
  const unchanged = async (attempt: () => Promise<string>, code: string) => {
    const before = await snapshot(world.database.db)
    expect(await attempt()).toBe(code)
    expect(await snapshot(world.database.db)).toEqual(before)
  }
  it('with a code of 31 seconds ago', async () => {
    const code = codeAt(meeting, world.clock.now())
    world.clock.advance({ seconds: 31 })
    await unchanged(() => refusal(own.member, {}, code), 'CODE_EXPIRED')
  })
  it('with a forged code', () =>
    unchanged(() => refusal(own.member, {}, `${codeAt(meeting, world.clock.now()).slice(0, 12)}AAAAAAAAAA`), 'CODE_INVALID'))
  it('with a code of no meeting', () => unchanged(() => refusal(own.member, {}, 'A'.repeat(22)), 'CODE_INVALID'))
  it('with something that is no code', () => unchanged(() => refusal(own.member, {}, 'https://example.cn'), 'CODE_INVALID'))
  it('by somebody who is not on the list', () => unchanged(() => refusal(own.otherMember), 'NOT_INVITED'))
  it('without a session', async () => {
    expect((await world.call(null, meetings.checkIn, { code: codeAt(meeting, world.clock.now()) })).status).toBe(401)
  })
  it.each<[meetings.MeetingState, string]>([
    ['scheduled', 'MEETING_NOT_OPEN'],
    ['cancelled', 'MEETING_CANCELLED'],
    ['closed', 'ALREADY_CLOSED'],
  ])('in a %s meeting', async (state, code) => {
    meeting = await newMeeting(state)
    await unchanged(() => refusal(own.member), code)
  })
  it('of another organisation', async () => {
    const other = await addOrganisation(world)
    await unchanged(() => refusal(other.member), 'CODE_INVALID')
  })
})

describe('kept by a phone without network', () => {
  const scannedAt = '2026-11-23T09:03:00+08:00'

  it('counts at the time of the scan and waits for the organiser’s look', async () => {
    world.clock.advance({ minutes: 30 })
    expect((await scanned(own.member, { scannedAt })).body).toMatchObject({
      ok: true,
      data: { state: 'present', checkedInAt: '2026-11-23T09:03:00.000+08:00', offline: true, repeated: false },
    })
    expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'present', how: 'offline', flags: ['offline'] })
  })

  const closeAtTen = async () => {
    world.clock.set('2026-11-23T10:00:00+08:00')
    await world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  }

  it('counts until two hours after the close, and puts the fact right', async () => {
    await closeAtTen()
    world.clock.set('2026-11-23T12:00:00+08:00')
    expect((await scanned(own.member, { scannedAt })).body).toMatchObject({ ok: true, data: { state: 'present', offline: true } })
    expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({
      state: 'present',
      how: 'offline',
      flags: ['offline'],
      frozen: true,
    })
    const [absent, reversal, attended] = await factsOf(world, meeting.meetingId, own.member)
    expect(absent).toMatchObject({ kind: 'meeting-absent', reverses_id: null })
    expect(reversal).toMatchObject({ kind: 'meeting-absent', reverses_id: absent?.fact_id, author_id: own.member.memberId })
    expect(attended).toMatchObject({ kind: 'meeting-attended', reverses_id: null, reason: '离线签到补报' })
    expect((await auditOf(world, meeting.meetingId)).at(-1)).toMatchObject({
      action: 'meetings.checkIn',
      actor: own.member.memberId,
      detail: { state: 'present', how: 'offline', afterClose: true },
    })
  })

  it('sent twice after the close, counts once', async () => {
    await closeAtTen()
    world.clock.advance({ minutes: 1 })
    const first = await scanned(own.member, { scannedAt, requestId: 'kept-00000001' })
    world.clock.advance({ minutes: 1 })
    expect(await scanned(own.member, { scannedAt, requestId: 'kept-00000001' })).toEqual(first)
    expect(await kindsOf(world, meeting.meetingId, own.member)).toEqual(['meeting-absent', '-meeting-absent', 'meeting-attended'])
  })

  it('is too late two hours and a second after the close', async () => {
    await closeAtTen()
    world.clock.set('2026-11-23T12:00:01+08:00')
    expect(await refusal(own.member, { scannedAt })).toBe('ALREADY_CLOSED')
    expect(await kindsOf(world, meeting.meetingId, own.member)).toEqual(['meeting-absent'])
  })

  it('does not overrule what the organiser recorded by hand after the close', async () => {
    await closeAtTen()
    const absent = { meetingId: meeting.meetingId, memberId: own.member.memberId, state: 'absent' as const, reason: '核实未到' }
    await world.succeed(own.secretary, meetings.recordAttendance, absent)
    expect(await refusal(own.member, { scannedAt })).toBe('ALREADY_CLOSED')
  })

  it('is not believed when its code was not shown at that time', async () => {
    world.clock.advance({ minutes: 30 })
    const code = codeAt(meeting, new Date('2026-11-23T09:01:00+08:00'))
    expect(await refusal(own.member, { scannedAt }, code)).toBe('CODE_EXPIRED')
  })
})
