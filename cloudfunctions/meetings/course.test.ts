import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { auditOf, factsOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type RoleName } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const meetingIn = (state: meetings.MeetingState) =>
  addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    kind: 'assembly',
    state,
    people: [own.secretary, own.deputySecretary, own.member, own.probationary],
    guests: [own.activist, own.colleague],
  })
const see = ({ meetingId }: Meeting) => world.succeed(own.secretary, meetings.meeting, { meetingId })

describe.each<[string, meetings.MeetingState, Record<'reschedule' | 'cancel' | 'open' | 'close' | 'code', string>]>([
  ['a scheduled meeting', 'scheduled', { reschedule: 'OK', cancel: 'OK', open: 'OK', close: 'MEETING_NOT_OPEN', code: 'MEETING_NOT_OPEN' }],
  ['an open meeting', 'open', { reschedule: 'ALREADY_OPEN', cancel: 'ALREADY_OPEN', open: 'OK', close: 'OK', code: 'OK' }],
  [
    'a closed meeting',
    'closed',
    { reschedule: 'ALREADY_CLOSED', cancel: 'ALREADY_CLOSED', open: 'ALREADY_CLOSED', close: 'ALREADY_CLOSED', code: 'ALREADY_CLOSED' },
  ],
  [
    'a cancelled meeting',
    'cancelled',
    {
      reschedule: 'MEETING_CANCELLED',
      cancel: 'MEETING_CANCELLED',
      open: 'MEETING_CANCELLED',
      close: 'MEETING_CANCELLED',
      code: 'MEETING_CANCELLED',
    },
  ],
])('%s', (_, state, outcomes) => {
  it.each(Object.entries(outcomes))('answers %s with %s', async (verb, outcome) => {
    const { meetingId } = await meetingIn(state)
    const input = { meetingId, ...(verb === 'cancel' && { reason: '与市局会议冲突' }), ...(verb === 'reschedule' && { place: '二楼' }) }
    const before = await snapshot(world.database.db)
    const { body } = await world.answer(own.secretary, `meetings.${verb}`, input)
    expect(body.ok ? 'OK' : body.error.code).toBe(outcome)
    if (outcome !== 'OK') expect(await snapshot(world.database.db)).toEqual(before)
  })
})

it('is moved, with what it was before in the trail', async () => {
  const meeting = await meetingIn('scheduled')
  const change = { title: '十二月集体学习', startsAt: '2026-12-01T15:00:00+08:00', durationMinutes: 120, place: '二楼', agenda: '一、总结' }
  await world.succeed(own.deputySecretary, meetings.reschedule, { meetingId: meeting.meetingId, ...change })
  expect(await see(meeting)).toMatchObject({ ...change, startsAt: '2026-12-01T15:00:00.000+08:00' })
  const [entry] = await auditOf(world, meeting.meetingId)
  expect(entry).toMatchObject({
    action: 'meetings.reschedule',
    actor: own.deputySecretary.memberId,
    detail: { before: { title: '十一月集体学习', place: '三楼会议室' }, change: { title: '十二月集体学习' } },
  })
  await world.succeed(own.secretary, meetings.reschedule, { meetingId: meeting.meetingId, place: '四楼' })
  expect(await see(meeting)).toMatchObject({ ...change, startsAt: '2026-12-01T15:00:00.000+08:00', place: '四楼' })
})

it('is cancelled with a reason everyone on the list can read', async () => {
  const meeting = await meetingIn('scheduled')
  await world.succeed(own.secretary, meetings.cancel, { meetingId: meeting.meetingId, reason: '与市局会议冲突' })
  expect(await world.succeed(own.member, meetings.meeting, { meetingId: meeting.meetingId })).toMatchObject({
    state: 'cancelled',
    cancelReason: '与市局会议冲突',
  })
  expect(await auditOf(world, meeting.meetingId)).toEqual([
    { action: 'meetings.cancel', actor: own.secretary.memberId, detail: { reason: '与市局会议冲突' } },
  ])
})

it('opens once; asking again changes nothing', async () => {
  const meeting = await meetingIn('scheduled')
  await world.succeed(own.secretary, meetings.open, { meetingId: meeting.meetingId })
  const { openedAt } = await see(meeting)
  world.clock.advance({ minutes: 1 })
  await world.succeed(own.deputySecretary, meetings.open, { meetingId: meeting.meetingId })
  expect(openedAt).not.toBeNull()
  expect(await see(meeting)).toMatchObject({ state: 'open', openedAt })
  expect(await auditOf(world, meeting.meetingId)).toHaveLength(1)
})

it('shows the code of now and those of the next two minutes, each with its link and its window', async () => {
  const meeting = await meetingIn('open')
  world.clock.set('2026-11-23T09:00:07+08:00')
  const { codes, stepSeconds, serverTime } = await world.succeed(own.secretary, meetings.code, { meetingId: meeting.meetingId })
  expect({ stepSeconds, serverTime }).toEqual({ stepSeconds: 15, serverTime: '2026-11-23T09:00:07.000+08:00' })
  expect(codes).toHaveLength(12)
  codes.forEach(({ code, link, validFrom, validUntil }, index) => {
    expect(code).toBe(codeAt(meeting, new Date(validFrom)))
    expect(link).toBe(`https://sanliang.test/check-in?c=${code}`)
    expect(Date.parse(validFrom)).toBe(Date.parse('2026-11-23T09:00:00+08:00') + index * 15_000)
    expect(Date.parse(validUntil) - Date.parse(validFrom)).toBe(30_000)
  })
  expect(Date.parse(codes.at(-1)?.validUntil ?? '') - world.clock.now().getTime()).toBeGreaterThanOrEqual(120_000)
})

describe('at the close', () => {
  const arrangement = async () => {
    const meeting = await meetingIn('open')
    const { meetingId } = meeting
    const set = (person: RoleName, state: 'present' | 'late' | 'excused') => {
      const { memberId } = own[person]
      return world.succeed(own.secretary, meetings.recordAttendance, { meetingId, memberId, state, reason: '现场登记' })
    }
    await set('secretary', 'present')
    await set('deputySecretary', 'late')
    await set('member', 'excused')
    await set('activist', 'present')
    return meeting
  }

  it('those still expected are absent by rule, the others stay as they are, and no line changes by a scan any more', async () => {
    const meeting = await arrangement()
    world.clock.advance({ hours: 1 })
    await world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
    const line = async (person: RoleName) => {
      const row = await lineOf(world, meeting.meetingId, own[person])
      return row && { state: row.state, how: row.how, frozen: row.frozen }
    }
    expect(await line('secretary')).toEqual({ state: 'present', how: 'manual', frozen: true })
    expect(await line('deputySecretary')).toEqual({ state: 'late', how: 'manual', frozen: true })
    expect(await line('member')).toEqual({ state: 'excused', how: 'manual', frozen: true })
    expect(await line('probationary')).toEqual({ state: 'absent', how: 'rule', frozen: true })
    const code = codeAt(meeting, world.clock.now())
    expect(await world.refusal(own.probationary, meetings.checkIn, { code })).toBe('ALREADY_CLOSED')
    expect(await see(meeting)).toMatchObject({ state: 'closed', arrived: 2, expected: 4 })
  })

  it('one fact is written for each person counted, for each guest who came, and for the branch', async () => {
    const { meetingId } = await arrangement()
    await world.succeed(own.secretary, meetings.close, { meetingId })
    expect(await kindsOf(world, meetingId, own.secretary)).toEqual(['meeting-attended'])
    expect(await kindsOf(world, meetingId, own.deputySecretary)).toEqual(['meeting-late'])
    expect(await kindsOf(world, meetingId, own.member)).toEqual(['meeting-excused'])
    expect(await kindsOf(world, meetingId, own.probationary)).toEqual(['meeting-absent'])
    expect(await kindsOf(world, meetingId, own.activist)).toEqual(['meeting-joined'])
    expect(await kindsOf(world, meetingId, own.colleague)).toEqual([])
    expect(await kindsOf(world, meetingId, null)).toEqual(['meeting-held'])
    const [fact] = await factsOf(world, meetingId, own.member)
    expect(fact).toMatchObject({
      unit_id: own.branch,
      filter: 'assembly',
      evidence_id: meetingId,
      author_id: own.secretary.memberId,
      reverses_id: null,
      recorded_at: world.clock.now(),
    })
  })

  it('two officers who close at once close once', async () => {
    const { meetingId } = await arrangement()
    const both = [own.secretary, own.deputySecretary].map((officer) => world.refusal(officer, meetings.close, { meetingId }))
    expect((await Promise.all(both)).sort()).toEqual(['ALREADY_CLOSED', 'OK'])
    expect(await kindsOf(world, meetingId, own.secretary)).toEqual(['meeting-attended'])
    expect((await auditOf(world, meetingId)).filter(({ action }) => action === 'meetings.close')).toHaveLength(1)
  })

  it('the same request, sent again after a lost answer, succeeds without doing it twice', async () => {
    const { meetingId } = await arrangement()
    const input = { meetingId, requestId: `close-${meetingId}` }
    expect(await world.succeed(own.secretary, meetings.close, input)).toEqual({})
    expect(await world.succeed(own.secretary, meetings.close, input)).toEqual({})
    expect(await kindsOf(world, meetingId, null)).toEqual(['meeting-held'])
  })
})
