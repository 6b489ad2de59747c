import type { InputOf } from '../kernel/contract'
import { addMeeting } from '../testing/meeting'
import { auditOf, factsOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'
import * as past from './past-contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
})

const startsAt = '2026-11-20T15:00:00+08:00'
type Input = InputOf<typeof past.recordPast>
const meetingOf = (more: Partial<Input> = {}): Input => ({
  unitId: own.branch,
  kind: 'theme-day',
  startsAt,
  durationMinutes: 60,
  title: '十一月主题党日',
  place: '红色教育基地',
  exceptions: [],
  ...more,
})
const recordPast = (more?: Partial<Input>, as: Person = own.secretary) => world.succeed(as, past.recordPast, meetingOf(more))
const refusal = (more?: Partial<Input>, as: Person = own.secretary) => world.refusal(as, past.recordPast, meetingOf(more))
const except = ({ memberId }: Person, state: Input['exceptions'][number]['state'], reason: string) => ({ memberId, state, reason })
const read = (meetingId: string, as: Person = own.secretary) => world.succeed(as, meetings.meeting, { meetingId })

it('lists whom the kind expects, for taps on those who were not there', async () => {
  const { people, same } = await world.succeed(own.secretary, past.previewPast, {
    unitId: own.branch,
    kind: 'theme-day',
    startsAt,
    durationMinutes: 60,
  })
  expect(people.map(({ name }) => name).sort()).toEqual(
    [
      ...['deputySecretary', 'groupLeader', 'inspector', 'member', 'organiser', 'probationary', 'publicist', 'secretary'],
      'siblingMember',
    ].sort(),
  )
  expect(people.find(({ name }) => name === 'probationary')).toMatchObject({ groupName: '第一党小组', votes: false })
  expect(same).toEqual([])
  const posts = await world.succeed(own.secretary, past.previewPast, {
    unitId: own.branch,
    kind: 'committee-meeting',
    startsAt,
    durationMinutes: 60,
  })
  expect(posts.people.map(({ name }) => name)).not.toContain('member')
})

it('puts down who was there and who was not, closed and frozen from the first moment', async () => {
  const exceptions = [
    except(own.member, 'excused', '因公出差'),
    except(own.siblingMember, 'absent', '未说明原因'),
    except(own.organiser, 'late', '路上堵车'),
    except(own.probationary, 'not-expected', '当时还不在本支部'),
  ]
  const { meetingId } = await recordPast({ exceptions, invitedIds: [own.activist.memberId] })
  const list = await world.succeed(own.secretary, meetings.attendance, { meetingId })
  expect(list).toMatchObject({ meetingState: 'closed', expected: 8, present: 5, late: 1, excused: 1, absent: 1, invited: 1 })
  expect(await lineOf(world, meetingId, own.secretary)).toMatchObject({ state: 'present', how: 'manual', at: null, frozen: true })
  expect(await lineOf(world, meetingId, own.member)).toMatchObject({ state: 'excused', reason: '因公出差', frozen: true })
  expect(await lineOf(world, meetingId, own.activist)).toMatchObject({ state: 'present', counted: false, frozen: true })
  expect(await lineOf(world, meetingId, own.probationary)).toBeUndefined()
})

it('writes the facts a close would, marked 补录 and dated when it happened', async () => {
  const { meetingId } = await recordPast({ exceptions: [except(own.member, 'absent', '未说明原因')] })
  expect(await kindsOf(world, meetingId, own.member)).toEqual(['meeting-absent'])
  expect(await kindsOf(world, meetingId, own.secretary)).toEqual(['meeting-attended'])
  for (const person of [own.member, own.secretary, null]) {
    expect(await factsOf(world, meetingId, person)).toMatchObject([
      { reason: '补录', happened_at: new Date(startsAt), recorded_at: world.clock.now(), author_id: own.secretary.memberId },
    ])
  }
})

it('says on the meeting and in the lists that it was entered later, by whom and when', async () => {
  const { meetingId } = await recordPast()
  expect(await read(meetingId, own.member)).toMatchObject({
    recordedLater: true,
    recordedLaterBy: { name: 'secretary', at: '2026-11-23T09:00:00.000+08:00' },
    mine: { state: 'present', at: null },
  })
  const { meetings: listed } = await world.succeed(own.member, meetings.list, { unitId: own.branch })
  expect(listed).toMatchObject([{ meetingId, recordedLater: true, arrived: 9, expected: 9 }])
  expect((await auditOf(world, meetingId)).map(({ action, actor }) => [action, actor])).toEqual([
    ['meetings.recordPast', own.secretary.memberId],
  ])
})

it('says nothing of the kind about a meeting that was checked in', async () => {
  const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, state: 'closed' })
  expect(await read(meetingId)).toMatchObject({ recordedLater: false, recordedLaterBy: null })
})

it('can be corrected afterwards like any closed meeting', async () => {
  const { meetingId } = await recordPast()
  world.clock.advance({ minutes: 1 })
  const correction = { meetingId, memberId: own.member.memberId, state: 'absent' as const, reason: '核实本人未到会' }
  await world.succeed(own.secretary, meetings.recordAttendance, correction)
  expect(await kindsOf(world, meetingId, own.member)).toEqual(['meeting-attended', '-meeting-attended', 'meeting-absent'])
})

describe('is refused', () => {
  it.each([
    ['for a meeting that is not over', '2026-11-23T08:30:00+08:00', 'NOT_OVER_YET'],
    ['for one to come', '2026-11-24T08:30:00+08:00', 'NOT_OVER_YET'],
    ['for one of longer than a year ago', '2025-11-20T08:30:00+08:00', 'TOO_LONG_AGO'],
  ])('%s, also to look at', async (_, when, code) => {
    expect(await refusal({ startsAt: when })).toBe(code)
    const preview = { unitId: own.branch, kind: 'theme-day' as const, startsAt: when, durationMinutes: 60 }
    expect(await world.refusal(own.secretary, past.previewPast, preview)).toBe(code)
  })

  it('where a unit does not hold such meetings', async () => {
    expect(await refusal({ kind: 'group-meeting' })).toBe('NO_GROUP')
  })

  it('about somebody who was not expected, of this organisation or another', async () => {
    const other = await addOrganisation(world)
    for (const person of [own.otherMember, own.activist, other.member]) {
      expect(await refusal({ exceptions: [except(person, 'absent', '未说明原因')] })).toBe('NOT_INVITED')
    }
  })

  it('to those without a post there', async () => {
    for (const person of [own.member, own.groupLeader, own.leader, own.administrator, own.otherSecretary]) {
      expect(await refusal({}, person)).toBe('NOT_ALLOWED')
    }
    expect(await refusal({ unitId: own.group, kind: 'group-meeting' }, own.groupLeader)).toBe('OK')
  })
})

describe('a second meeting of the same kind at the same time', () => {
  it('is pointed out before, and taken when it is meant', async () => {
    const first = await recordPast()
    const later = '2026-11-20T15:30:00+08:00'
    const { same } = await world.succeed(own.secretary, past.previewPast, {
      unitId: own.branch,
      kind: 'theme-day',
      startsAt: later,
      durationMinutes: 60,
    })
    expect(same).toMatchObject([{ meetingId: first.meetingId, title: '十一月主题党日', startsAt: '2026-11-20T15:00:00.000+08:00' }])
    expect(await refusal({ startsAt: later })).toBe('SAME_MEETING')
    expect(await refusal({ startsAt: later, evenIfSame: true })).toBe('OK')
  })

  it('is none of another kind, unit or time, and none that was cancelled', async () => {
    await recordPast()
    expect(await refusal({ kind: 'lecture' })).toBe('OK')
    expect(await refusal({ unitId: own.group })).toBe('OK')
    expect(await refusal({ startsAt: '2026-11-20T16:00:00+08:00' })).toBe('OK')
    const cancelled = { orgId: own.orgId, unitId: own.siblingGroup, kind: 'theme-day' as const, state: 'cancelled' as const }
    await addMeeting(world, { ...cancelled, startsAt: new Date(startsAt) })
    expect(await refusal({ unitId: own.siblingGroup })).toBe('OK')
  })

  it('is noticed of two officers who enter it at the same moment', async () => {
    const outcomes = await Promise.all([refusal(), refusal({}, own.deputySecretary)])
    expect(outcomes.sort()).toEqual(['OK', 'SAME_MEETING'])
  })

  it('is not made by a repeated request', async () => {
    const requestId = 'past-0000001'
    expect(await recordPast({ requestId })).toEqual(await recordPast({ requestId }))
  })
})
