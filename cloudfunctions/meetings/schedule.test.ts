import { auditOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person, type RoleName } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

let world: World
let own: Organisation
let unable: Person

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  unable = await addPerson(world, { orgId: own.orgId, units: own, name: 'unable', home: 'branch' })
  await world.database.db.updateTable('organisation_members').set({ unable: true }).where('member_id', '=', unable.memberId).execute()
})
afterAll(() => world.close())

const plan = (unitId: string, kind: meetings.MeetingKind, startsAt = '2026-11-25T15:00:00+08:00') => ({
  unitId,
  kind,
  title: '十一月会议',
  startsAt,
  place: '三楼会议室',
})

async function listOf(organiser: Person, meetingId: string) {
  const { people, ...counts } = await world.succeed(organiser, meetings.attendance, { meetingId })
  return {
    counts,
    names: people.map(({ name }) => name).sort(),
    votes: people
      .filter((each) => each.votes)
      .map(({ name }) => name)
      .sort(),
  }
}

const officers = ['secretary', 'deputySecretary', 'organiser', 'publicist', 'inspector']
const fullMembers = [...officers, 'groupLeader', 'member', 'siblingMember'].sort()
const branchMembers = [...fullMembers, 'probationary', 'unable'].sort()
const groupMembers = ['groupLeader', 'member', 'probationary']

describe.each<[meetings.MeetingKind, 'branch' | 'group' | 'committee', RoleName, string[], string[]]>([
  ['assembly', 'branch', 'secretary', branchMembers, fullMembers],
  ['lecture', 'branch', 'secretary', branchMembers, fullMembers],
  ['theme-day', 'branch', 'secretary', branchMembers, fullMembers],
  ['life-meeting', 'branch', 'secretary', branchMembers, fullMembers],
  ['group-study', 'branch', 'secretary', branchMembers, fullMembers],
  ['appraisal-meeting', 'branch', 'secretary', branchMembers, fullMembers],
  ['committee-meeting', 'branch', 'secretary', [...officers].sort(), [...officers].sort()],
  ['group-meeting', 'group', 'groupLeader', groupMembers, ['groupLeader', 'member']],
  ['lecture', 'group', 'groupLeader', groupMembers, ['groupLeader', 'member']],
  ['group-study', 'committee', 'committeeSecretary', ['committeeSecretary', 'leader'], ['committeeSecretary', 'leader']],
  ['committee-meeting', 'committee', 'committeeSecretary', ['committeeSecretary', 'leader'], ['committeeSecretary', 'leader']],
])('%s of the %s', (kind, place, organiser, names, votes) => {
  it('expects whom its kind expects, and counts those who may vote', async () => {
    const { meetingId } = await world.succeed(own[organiser], meetings.schedule, plan(own[place], kind))
    const list = await listOf(own[organiser], meetingId)
    const needed = kind === 'assembly' || kind === 'committee-meeting' ? Math.floor(votes.length / 2) + 1 : 0
    expect(list.names).toEqual(names)
    expect(list.votes).toEqual(votes)
    expect(list.counts).toMatchObject({
      expected: names.length,
      entitled: votes.length,
      present: 0,
      invited: 0,
      quorum: { needed, have: 0 },
    })
  })
})

it.each<[meetings.MeetingKind, 'branch' | 'group' | 'committee', RoleName, string]>([
  ['group-meeting', 'branch', 'secretary', 'NO_GROUP'],
  ['group-meeting', 'committee', 'committeeSecretary', 'NO_GROUP'],
  ['assembly', 'group', 'groupLeader', 'INVALID_INPUT'],
  ['committee-meeting', 'group', 'groupLeader', 'INVALID_INPUT'],
  ['appraisal-meeting', 'group', 'groupLeader', 'INVALID_INPUT'],
  ['assembly', 'committee', 'committeeSecretary', 'INVALID_INPUT'],
  ['theme-day', 'committee', 'committeeSecretary', 'INVALID_INPUT'],
])('no %s of a %s', async (kind, place, organiser, code) => {
  expect(await world.refusal(own[organiser], meetings.schedule, plan(own[place], kind))).toBe(code)
})

it('leaves out who left, and lists nobody twice', async () => {
  const gone = await addPerson(world, { orgId: own.orgId, units: own, name: 'gone', home: 'otherBranch' })
  await world.database.db
    .updateTable('organisation_members')
    .set({ erased_at: world.clock.now() })
    .where('member_id', '=', gone.memberId)
    .execute()
  await world.database.db
    .insertInto('organisation_posts')
    .values({
      org_id: own.orgId,
      unit_id: own.otherBranch,
      member_id: own.otherSecretary.memberId,
      post: 'publicity',
      since: world.clock.now(),
    })
    .execute()
  const assembly = await world.succeed(own.otherSecretary, meetings.schedule, plan(own.otherBranch, 'assembly'))
  const committee = await world.succeed(own.otherSecretary, meetings.schedule, plan(own.otherBranch, 'committee-meeting'))
  expect((await listOf(own.otherSecretary, assembly.meetingId)).names).toEqual(['otherMember', 'otherSecretary'])
  expect((await listOf(own.otherSecretary, committee.meetingId)).names).toEqual(['otherSecretary'])
})

it('keeps what was asked for, says who asked, and repeats nothing for the same request', async () => {
  const input = { ...plan(own.branch, 'assembly'), durationMinutes: 90, agenda: '一、学习\n二、讨论', requestId: 'schedule-0001' }
  const first = await world.succeed(own.secretary, meetings.schedule, input)
  expect(await world.succeed(own.secretary, meetings.schedule, input)).toEqual(first)
  const meeting = await world.succeed(own.member, meetings.meeting, { meetingId: first.meetingId })
  expect(meeting).toMatchObject({
    title: '十一月会议',
    kind: 'assembly',
    startsAt: '2026-11-25T15:00:00.000+08:00',
    durationMinutes: 90,
    place: '三楼会议室',
    agenda: '一、学习\n二、讨论',
    state: 'scheduled',
    mine: { state: 'expected', at: null, leave: null },
    expected: 10,
    arrived: 0,
    openedAt: null,
    closedAt: null,
  })
  expect(await auditOf(world, first.meetingId)).toEqual([
    {
      action: 'meetings.schedule',
      actor: own.secretary.memberId,
      detail: expect.objectContaining({ kind: 'assembly', title: '十一月会议' }),
    },
  ])
  expect(await world.refusal(own.secretary, meetings.schedule, { ...input, title: '别的会议' })).toBe('CONFLICT')
})

it('lasts an hour unless something else is said', async () => {
  const { meetingId } = await world.succeed(own.secretary, meetings.schedule, plan(own.branch, 'lecture'))
  expect(await world.succeed(own.secretary, meetings.meeting, { meetingId })).toMatchObject({ durationMinutes: 60, agenda: '' })
})

it('keeps the list as it was when somebody joins later', async () => {
  const { meetingId } = await world.succeed(own.otherSecretary, meetings.schedule, plan(own.otherBranch, 'assembly'))
  await addPerson(world, { orgId: own.orgId, units: own, name: 'newcomer', home: 'otherBranch' })
  expect((await listOf(own.otherSecretary, meetingId)).names).not.toContain('newcomer')
})
