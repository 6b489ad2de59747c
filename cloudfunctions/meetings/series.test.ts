import { auditOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { cancel, close, meeting, open, reschedule, schedule } from './contract'
import { scheduleSeries, series } from './series-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const plan = () => ({
  unitId: own.branch,
  kind: 'theme-day' as const,
  title: '11月主题党日',
  startsAt: '2026-11-26T15:00:00+08:00',
  place: '三楼会议室',
  repetition: { every: 'month-weekday' as const, count: 4 },
})
const newSeries = async () => (await world.succeed(own.secretary, scheduleSeries, plan())).meetingIds
const listed = async (meetingId: string) => (await world.succeed(own.member, series, { meetingId })).meetings
const states = async (meetingId: string) => (await listed(meetingId)).map(({ state }) => state)
const at = (ids: string[], index: number) => ids[index] ?? ''

describe('scheduling a series', () => {
  it('puts each meeting on the calendar as one of its own, over the new year, titles following the month', async () => {
    const ids = await newSeries()
    expect(await listed(at(ids, 2))).toEqual([
      { meetingId: ids[0], title: '11月主题党日', startsAt: '2026-11-26T15:00:00.000+08:00', state: 'scheduled' },
      { meetingId: ids[1], title: '12月主题党日', startsAt: '2026-12-24T15:00:00.000+08:00', state: 'scheduled' },
      { meetingId: ids[2], title: '1月主题党日', startsAt: '2027-01-28T15:00:00.000+08:00', state: 'scheduled' },
      { meetingId: ids[3], title: '2月主题党日', startsAt: '2027-02-25T15:00:00.000+08:00', state: 'scheduled' },
    ])
    for (const meetingId of ids) {
      expect(await world.succeed(own.member, meeting, { meetingId })).toMatchObject({ expected: 9, mine: { state: 'expected' } })
      expect(await auditOf(world, meetingId)).toMatchObject([{ action: 'meetings.scheduleSeries', actor: own.secretary.memberId }])
    }
  })

  it('does it once for the same request', async () => {
    const input = { ...plan(), requestId: 'series-0001' }
    const first = await world.succeed(own.secretary, scheduleSeries, input)
    const before = await snapshot(world.database.db)
    expect(await world.succeed(own.secretary, scheduleSeries, input)).toEqual(first)
    expect(await snapshot(world.database.db)).toEqual(before)
    const otherwise = { ...input, repetition: { every: 'week' as const, count: 4 } }
    expect(await world.refusal(own.secretary, scheduleSeries, otherwise)).toBe('CONFLICT')
  })

  it('does it once for the same request sent twice at once', async () => {
    const input = { ...plan(), requestId: 'series-0002' }
    const [one, two] = await Promise.all([0, 1].map(() => world.succeed(own.secretary, scheduleSeries, input)))
    expect(two).toEqual(one)
    expect(await listed(at(one?.meetingIds ?? [], 0))).toHaveLength(4)
  })

  it('refuses an end before the second meeting, and changes nothing', async () => {
    const before = await snapshot(world.database.db)
    const { status, body } = await world.call(own.secretary, scheduleSeries, {
      ...plan(),
      repetition: { every: 'week', until: '2026-12-01' },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { fields: { repetition: '到这一天为止只有一次会议，请选择更晚的日期' } } })
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it.each([
    ['one', { every: 'week' as const, count: 1 }],
    ['twenty-five', { every: 'week' as const, count: 25 }],
    ['an end that is no day', { every: 'week' as const, until: '2026-02-30' }],
  ])('refuses %s', async (_, repetition) => {
    expect(await world.refusal(own.secretary, scheduleSeries, { ...plan(), repetition })).toBe('INVALID_INPUT')
  })

  it('refuses a kind the unit does not hold', async () => {
    expect(await world.refusal(own.secretary, scheduleSeries, { ...plan(), kind: 'group-meeting' })).toBe('NO_GROUP')
  })
})

it('a meeting that stands alone has no series', async () => {
  const { repetition: _, ...alone } = plan()
  const { meetingId } = await world.succeed(own.secretary, schedule, alone)
  expect(await listed(meetingId)).toEqual([])
})

describe('cancelling', () => {
  it('this one only leaves the rest', async () => {
    const ids = await newSeries()
    await world.succeed(own.secretary, cancel, { meetingId: at(ids, 1), reason: '与市局会议冲突' })
    expect(await states(at(ids, 0))).toEqual(['scheduled', 'cancelled', 'scheduled', 'scheduled'])
  })

  it('this and the following leaves those before it, each with the reason and its trail', async () => {
    const ids = await newSeries()
    await world.succeed(own.secretary, cancel, { meetingId: at(ids, 1), reason: '支部调整', following: true })
    expect(await states(at(ids, 0))).toEqual(['scheduled', 'cancelled', 'cancelled', 'cancelled'])
    expect(await world.succeed(own.member, meeting, { meetingId: at(ids, 3) })).toMatchObject({ cancelReason: '支部调整' })
    expect(await auditOf(world, at(ids, 3))).toContainEqual(expect.objectContaining({ action: 'meetings.cancel' }))
  })

  it('does not touch one that is open or closed already', async () => {
    const ids = await newSeries()
    await world.succeed(own.secretary, open, { meetingId: at(ids, 2) })
    await world.succeed(own.secretary, open, { meetingId: at(ids, 3) })
    await world.succeed(own.secretary, close, { meetingId: at(ids, 3) })
    await world.succeed(own.secretary, cancel, { meetingId: at(ids, 0), reason: '支部调整', following: true })
    expect(await states(at(ids, 0))).toEqual(['cancelled', 'cancelled', 'open', 'closed'])
    expect(await world.refusal(own.secretary, cancel, { meetingId: at(ids, 2), reason: '支部调整', following: true })).toBe('ALREADY_OPEN')
  })

  it('of one that stands alone takes nothing else with it', async () => {
    const ids = await newSeries()
    const { repetition: _, ...alone } = plan()
    const { meetingId } = await world.succeed(own.secretary, schedule, alone)
    await world.succeed(own.secretary, cancel, { meetingId, reason: '改期', following: true })
    expect(await states(at(ids, 0))).toEqual(['scheduled', 'scheduled', 'scheduled', 'scheduled'])
  })

  it('twice at once, from different meetings of it, cancels each once', async () => {
    const other = await anotherProcess(world)
    const ids = await newSeries()
    const answers = await Promise.all([
      world.refusal(own.secretary, cancel, { meetingId: at(ids, 1), reason: '支部调整', following: true }),
      other.refusal(own.deputySecretary, cancel, { meetingId: at(ids, 2), reason: '支部调整', following: true }),
    ])
    expect(['OK', 'MEETING_CANCELLED']).toEqual(expect.arrayContaining(answers))
    expect(answers).toContain('OK')
    expect(await states(at(ids, 0))).toEqual(['scheduled', 'cancelled', 'cancelled', 'cancelled'])
    for (const meetingId of ids.slice(1)) {
      expect((await auditOf(world, meetingId)).filter(({ action }) => action === 'meetings.cancel')).toHaveLength(1)
    }
    await other.close()
  })

  it('the same one twice at once answers the second that it is cancelled', async () => {
    const ids = await newSeries()
    const input = { meetingId: at(ids, 0), reason: '支部调整', following: true }
    const answers = await Promise.all([own.secretary, own.deputySecretary].map((officer) => world.refusal(officer, cancel, input)))
    expect(answers.sort()).toEqual(['MEETING_CANCELLED', 'OK'])
  })
})

describe('changing', () => {
  const starts = async (meetingId: string) => (await listed(meetingId)).map(({ startsAt }) => startsAt.slice(0, 16))

  it('this one only leaves the rest where they are', async () => {
    const ids = await newSeries()
    await world.succeed(own.secretary, reschedule, { meetingId: at(ids, 1), startsAt: '2026-12-25T09:00:00+08:00' })
    expect(await starts(at(ids, 0))).toEqual(['2026-11-26T15:00', '2026-12-25T09:00', '2027-01-28T15:00', '2027-02-25T15:00'])
  })

  it('this and the following moves them by as much, and gives them title and place', async () => {
    const ids = await newSeries()
    const change = { title: '12月党日活动', startsAt: '2026-12-25T09:00:00+08:00', place: '二楼' }
    await world.succeed(own.secretary, reschedule, { meetingId: at(ids, 1), ...change, following: true })
    expect(await starts(at(ids, 0))).toEqual(['2026-11-26T15:00', '2026-12-25T09:00', '2027-01-29T09:00', '2027-02-26T09:00'])
    expect((await listed(at(ids, 0))).map(({ title }) => title)).toEqual(['11月主题党日', '12月党日活动', '1月党日活动', '2月党日活动'])
    expect(await world.succeed(own.member, meeting, { meetingId: at(ids, 3) })).toMatchObject({ place: '二楼' })
    expect(await auditOf(world, at(ids, 3))).toContainEqual(
      expect.objectContaining({ action: 'meetings.reschedule', detail: expect.objectContaining({ before: expect.anything() }) }),
    )
  })

  it('passes over those that are open, closed or cancelled', async () => {
    const ids = await newSeries()
    await world.succeed(own.secretary, open, { meetingId: at(ids, 1) })
    await world.succeed(own.secretary, cancel, { meetingId: at(ids, 2), reason: '改期' })
    await world.succeed(own.secretary, reschedule, { meetingId: at(ids, 0), place: '四楼', following: true })
    const places = await Promise.all(ids.map(async (meetingId) => (await world.succeed(own.member, meeting, { meetingId })).place))
    expect(places).toEqual(['四楼', '三楼会议室', '三楼会议室', '四楼'])
  })
})
