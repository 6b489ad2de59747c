import { addMeeting } from '../testing/meeting'
import { addOrganisation, type Organisation, type RoleName } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const day = 86_400_000
const minute = 60_000
const meetingIn = (state: meetings.MeetingState, fromNow: number, unitId = own.branch) =>
  addMeeting(world, { orgId: own.orgId, unitId, state, people: [own.member], startsAt: new Date(world.clock.now().getTime() + fromNow) })
const ids = (rows: { meetingId: string }[]) => rows.map(({ meetingId }) => meetingId)

describe('my meetings', () => {
  const mine = () => world.succeed(own.member, meetings.mine, {})

  it('are the open ones, those to come nearest first, and those that were latest first', async () => {
    const made = {
      later: await meetingIn('scheduled', 3 * day),
      soon: await meetingIn('scheduled', day),
      running: await meetingIn('open', -10 * minute),
      before: await meetingIn('closed', -2 * day),
      lately: await meetingIn('closed', -day),
    }
    const { now, current, upcoming, past } = await mine()
    expect(now).toBe('2026-11-23T09:00:00.000+08:00')
    expect(ids(current)).toEqual(ids([made.running]))
    expect(ids(upcoming)).toEqual(ids([made.soon, made.later]))
    expect(ids(past)).toEqual(ids([made.lately, made.before]))
  })

  it('reach eight weeks ahead and four weeks back, an open one from any time', async () => {
    const inside = [await meetingIn('scheduled', 56 * day), await meetingIn('closed', -28 * day)]
    const outside = [await meetingIn('scheduled', 56 * day + 1), await meetingIn('closed', -28 * day - 1)]
    const forgotten = await meetingIn('open', -90 * day)
    const { current, upcoming, past } = await mine()
    expect(ids(current)).toEqual(ids([forgotten]))
    expect(ids([...upcoming, ...past])).toEqual(ids(inside))
    expect(ids([...upcoming, ...past])).not.toEqual(expect.arrayContaining(ids(outside)))
  })

  it('that were never opened are past once their time is over, not before', async () => {
    const { meetingId } = await meetingIn('scheduled', -60 * minute)
    expect(ids((await mine()).upcoming)).toEqual([meetingId])
    world.clock.advance({ seconds: 1 })
    expect(ids((await mine()).past)).toEqual([meetingId])
  })

  it('say that one was cancelled, and leave out what I am not on the list of', async () => {
    const { meetingId } = await meetingIn('cancelled', day)
    expect((await mine()).upcoming).toMatchObject([{ meetingId, state: 'cancelled', mine: { state: 'expected' } }])
    expect((await world.succeed(own.siblingMember, meetings.mine, {})).upcoming).toEqual([])
  })
})

describe('a unit’s meetings', () => {
  const page = (before?: string, unitId = own.branch) => world.succeed(own.secretary, meetings.list, { unitId, ...(before && { before }) })
  const allPages = async () => {
    const pages = [await page()]
    for (let last = pages.at(-1); last?.more && pages.length < 9; last = pages.at(-1))
      pages.push(await page(last.meetings.at(-1)?.startsAt))
    return pages
  }

  it('are those of the branch and of its groups, latest first, with whether the caller is on the list', async () => {
    const [first, second] = [await meetingIn('scheduled', day), await meetingIn('closed', -day, own.group)]
    await meetingIn('scheduled', day, own.otherBranch)
    await meetingIn('scheduled', day, own.committee)
    const { meetings: rows, more } = await page()
    expect(ids(rows)).toEqual(ids([first, second]))
    expect(rows[0]).toMatchObject({ mine: null, expected: 1, arrived: 0, unitName: '第一党支部' })
    expect(more).toBe(false)
    expect(ids((await page(undefined, own.group)).meetings)).toEqual(ids([second]))
  })

  it('come thirty at a time, and each once', async () => {
    const made = []
    for (let index = 0; index < 65; index++) made.push(await meetingIn('closed', -index * day))
    const pages = await allPages()
    expect(pages.map(({ meetings: rows, more }) => `${rows.length} ${more}`)).toEqual(['30 true', '30 true', '5 false'])
    expect(ids(pages.flatMap(({ meetings: rows }) => rows))).toEqual(ids(made))
  })

  it('that begin at the same moment are not torn apart by a page’s end', async () => {
    const made = []
    for (let index = 0; index < 29; index++) made.push(await meetingIn('closed', -index * day))
    for (const group of [own.group, own.siblingGroup, own.group]) made.push(await meetingIn('closed', -29 * day, group))
    const pages = await allPages()
    expect(ids(pages.flatMap(({ meetings: rows }) => rows)).sort()).toEqual(ids(made).sort())
    for (const { meetings: rows } of pages) expect(rows.length).toBeLessThanOrEqual(30)
  })
})

describe('who sees what of a meeting', () => {
  it.each<[RoleName, boolean, boolean]>([
    ['secretary', true, true],
    ['organiser', true, true],
    ['leader', false, true],
    ['administrator', false, true],
    ['member', false, false],
    ['probationary', false, false],
    ['colleague', false, false],
  ])('%s may manage it: %s, may see who came: %s', async (role, canManage, canSeeAttendance) => {
    const { meetingId } = await meetingIn('open', 0)
    expect(await world.succeed(own[role], meetings.meeting, { meetingId })).toMatchObject({ canManage, canSeeAttendance, leave: [] })
    expect(await world.refusal(own[role], meetings.attendance, { meetingId })).toBe(canSeeAttendance ? 'OK' : 'NOT_ALLOWED')
    expect(await world.refusal(own[role], meetings.code, { meetingId })).toBe(canManage ? 'OK' : 'NOT_ALLOWED')
  })

  it('a group leader manages the meetings of the group, and sees those of the branch as a member does', async () => {
    const [ofGroup, ofBranch] = [await meetingIn('open', 0, own.group), await meetingIn('open', 0)]
    const see = ({ meetingId }: { meetingId: string }) => world.succeed(own.groupLeader, meetings.meeting, { meetingId })
    expect(await see(ofGroup)).toMatchObject({ canManage: true, canSeeAttendance: true })
    expect(await see(ofBranch)).toMatchObject({ canManage: false, canSeeAttendance: false })
  })

  it('nobody of another branch who is not invited sees it, and a meeting that is not there is not found', async () => {
    const { meetingId } = await meetingIn('open', 0)
    expect(await world.refusal(own.otherSecretary, meetings.meeting, { meetingId })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.secretary, meetings.meeting, { meetingId: own.orgId })).toBe('NOT_FOUND')
  })
})
