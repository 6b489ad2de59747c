import { giveConsent, withdrawConsent } from '../organisation/contract'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
let crowd: Person[]
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  crowd = await Promise.all(
    Array.from({ length: 6 }, (_, index) => addPerson(world, { orgId: own.orgId, units: own, name: `crowd${index}`, home: 'branch' })),
  )
})
afterAll(() => world.close())

const newMeeting = () =>
  addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    people: [own.secretary, own.member, own.siblingMember, own.probationary, ...crowd],
  })
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  meeting = await newMeeting()
})

type Extra = Partial<{ scannedAt: string; device: string; position: 'near' | 'far'; requestId: string }>
const scan = (as: Person, extra: Extra = {}, of = meeting) =>
  world.succeed(as, meetings.checkIn, { code: codeAt(of, extra.scannedAt ? new Date(extra.scannedAt) : world.clock.now()), ...extra })
const flagsOf = async (person: Person, of = meeting) => (await lineOf(world, of.meetingId, person))?.flags
const phone = 'install-0000-0001'
const close = () => world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })

describe('a phone that checks in a second member', () => {
  it('is flagged, not blocked', async () => {
    await scan(own.member, { device: phone })
    await scan(own.siblingMember, { device: phone })
    expect(await flagsOf(own.member)).toEqual([])
    expect(await flagsOf(own.siblingMember)).toEqual(['shared-device'])
    expect(await lineOf(world, meeting.meetingId, own.siblingMember)).toMatchObject({ state: 'present' })
  })

  it('is flagged when both scan in the same moment, the second of them', async () => {
    await Promise.all([scan(own.member, { device: phone }), scan(own.siblingMember, { device: phone })])
    expect([await flagsOf(own.member), await flagsOf(own.siblingMember)]).toEqual([[], ['shared-device']])
  })

  it('is not told by another meeting, nor by the same member’s second scan', async () => {
    await scan(own.member, { device: phone })
    await scan(own.member, { device: phone })
    const second = await newMeeting()
    await scan(own.siblingMember, { device: phone }, second)
    expect(await flagsOf(own.siblingMember, second)).toEqual([])
    expect(await flagsOf(own.member)).toEqual([])
  })

  it('is flagged among scans that were kept until after the close', async () => {
    world.clock.advance({ hours: 1 })
    await close()
    const scannedAt = '2026-11-23T09:01:00+08:00'
    await scan(own.member, { device: phone, scannedAt })
    await scan(own.siblingMember, { device: phone, scannedAt })
    expect(await flagsOf(own.member)).toEqual(['offline'])
    expect(await flagsOf(own.siblingMember)).toEqual(['offline', 'shared-device'])
  })

  it('is not kept under a name that other meetings know it by', async () => {
    const second = await newMeeting()
    await scan(own.member, { device: phone })
    await scan(own.member, { device: phone }, second)
    const rows = await world.database.db
      .selectFrom('meetings_devices')
      .select('device_hash')
      .where('member_id', '=', own.member.memberId)
      .execute()
    const hashes = rows.map((row) => row.device_hash)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashes.join()).not.toContain(phone)
  })
})

describe('a place far from the rest', () => {
  it('is not kept without consent', async () => {
    await scan(own.member, { position: 'far' })
    expect(await flagsOf(own.member)).toEqual([])
  })

  it('is flagged with consent, and no longer once it is withdrawn', async () => {
    await world.succeed(own.member, giveConsent, { purpose: 'location' })
    await scan(own.member, { position: 'far' })
    expect(await flagsOf(own.member)).toEqual(['far-away'])
    await world.succeed(own.member, withdrawConsent, { purpose: 'location' })
    const second = await newMeeting()
    await scan(own.member, { position: 'far' }, second)
    expect(await flagsOf(own.member, second)).toEqual([])
  })

  it('is not flagged where it is near', async () => {
    await world.succeed(own.siblingMember, giveConsent, { purpose: 'location' })
    await scan(own.siblingMember, { position: 'near' })
    expect(await flagsOf(own.siblingMember)).toEqual([])
  })
})

describe('settled by the organiser', () => {
  const settle = (person: Person, decision: 'stands' | 'does-not-count', reason = '已现场核实') =>
    world.refusal(own.secretary, meetings.settleFlags, { meetingId: meeting.meetingId, memberId: person.memberId, decision, reason })
  const flagged = async () => {
    await scan(own.member, { device: phone })
    await scan(own.siblingMember, { device: phone })
  }

  it('it stands, and there is nothing more to decide', async () => {
    await flagged()
    expect(await settle(own.siblingMember, 'stands')).toBe('OK')
    expect(await lineOf(world, meeting.meetingId, own.siblingMember)).toMatchObject({ state: 'present', flags: [], reason: '已现场核实' })
    expect(await settle(own.siblingMember, 'stands')).toBe('NOTHING_TO_DECIDE')
    expect((await auditOf(world, meeting.meetingId)).at(-1)).toMatchObject({
      action: 'meetings.settleFlags',
      actor: own.secretary.memberId,
      detail: { memberId: own.siblingMember.memberId, flags: ['shared-device'], decision: 'stands', reason: '已现场核实' },
    })
  })

  it('it does not count, and the member is absent', async () => {
    await flagged()
    expect(await settle(own.siblingMember, 'does-not-count', '本人未到')).toBe('OK')
    expect(await lineOf(world, meeting.meetingId, own.siblingMember)).toMatchObject({
      state: 'absent',
      how: 'manual',
      at: null,
      reason: '本人未到',
    })
  })

  it('after the close, it does not count and the fact is put right; a kept scan does not bring it back', async () => {
    await flagged()
    world.clock.advance({ hours: 1 })
    await close()
    world.clock.advance({ minutes: 1 })
    expect(await settle(own.siblingMember, 'does-not-count', '本人未到')).toBe('OK')
    expect(await kindsOf(world, meeting.meetingId, own.siblingMember)).toEqual(['meeting-attended', '-meeting-attended', 'meeting-absent'])
    const kept = { code: codeAt(meeting, new Date('2026-11-23T09:01:00+08:00')), scannedAt: '2026-11-23T09:01:00+08:00' }
    expect(await world.refusal(own.siblingMember, meetings.checkIn, kept)).toBe('ALREADY_CLOSED')
  })

  it('after the close, what stands needs no other fact', async () => {
    await flagged()
    await close()
    expect(await settle(own.siblingMember, 'stands')).toBe('OK')
    expect(await kindsOf(world, meeting.meetingId, own.siblingMember)).toEqual(['meeting-attended'])
  })

  it('only what is flagged, of people on the list', async () => {
    await flagged()
    expect(await settle(own.member, 'stands')).toBe('NOTHING_TO_DECIDE')
    expect(await settle(own.otherMember, 'stands')).toBe('NOT_INVITED')
  })
})

describe('the roll call', () => {
  const drawn = async () => (await world.succeed(own.secretary, meetings.drawRollCall, { meetingId: meeting.meetingId })).called
  const answered = (memberId: string, result: 'here' | 'not-here') =>
    world.refusal(own.secretary, meetings.answerRollCall, { meetingId: meeting.meetingId, memberId, result })
  const arriveAll = async () => {
    for (const person of crowd) await scan(person)
    await scan(own.member, { device: phone })
    await scan(own.siblingMember, { device: phone })
  }

  it('calls everyone flagged and three of those who arrived', async () => {
    await arriveAll()
    const called = await drawn()
    expect(called).toHaveLength(4)
    expect(called.filter(({ flags }) => flags.length)).toMatchObject([{ name: 'siblingMember', flags: ['shared-device'], result: null }])
    const arrived = new Set([...crowd, own.member, own.siblingMember].map(({ memberId }) => memberId))
    for (const { memberId } of called) expect(arrived).toContain(memberId)
    expect((await world.succeed(own.secretary, meetings.rollCall, { meetingId: meeting.meetingId })).called).toEqual(called)
  })

  it('drawn again, keeps who answered and lets the others go', async () => {
    await arriveAll()
    const [first, ...others] = await drawn()
    if (!first) throw new Error('nobody was called')
    expect(await answered(first.memberId, 'here')).toBe('OK')
    const again = await drawn()
    expect(again.filter(({ result }) => result)).toMatchObject([{ memberId: first.memberId, result: 'here' }])
    expect(again.filter(({ result }) => !result).length).toBeGreaterThanOrEqual(3)
    expect(again.length).toBeLessThan(1 + others.length + 4)
  })

  it('flags who did not answer, until they do', async () => {
    await scan(own.member)
    await drawn()
    expect(await answered(own.member.memberId, 'not-here')).toBe('OK')
    expect(await flagsOf(own.member)).toEqual(['failed-roll-call'])
    expect(await answered(own.member.memberId, 'not-here')).toBe('OK')
    expect(await flagsOf(own.member)).toEqual(['failed-roll-call'])
    expect(await answered(own.member.memberId, 'here')).toBe('OK')
    expect(await flagsOf(own.member)).toEqual([])
  })

  it('takes answers of those who were called only, and of nobody once the meeting is closed', async () => {
    await scan(own.member)
    expect(await answered(own.member.memberId, 'here')).toBe('NOTHING_TO_DECIDE')
    await drawn()
    expect(await answered(own.siblingMember.memberId, 'here')).toBe('NOTHING_TO_DECIDE')
    await close()
    expect(await answered(own.member.memberId, 'here')).toBe('ALREADY_CLOSED')
  })

  it.each<[meetings.MeetingState, string]>([
    ['scheduled', 'MEETING_NOT_OPEN'],
    ['closed', 'ALREADY_CLOSED'],
    ['cancelled', 'MEETING_CANCELLED'],
  ])('is not held in a %s meeting', async (state, code) => {
    const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state })
    expect(await world.refusal(own.secretary, meetings.drawRollCall, { meetingId })).toBe(code)
  })
})
