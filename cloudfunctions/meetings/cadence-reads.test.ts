import { sql } from 'kysely'
import { addMeeting } from '../testing/meeting'
import { addOrganisation, type Organisation, type RoleName } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { monthStart } from './cadence'
import { type CadenceKind, cadence, cadenceBoard } from './cadence-contract'
import { tallies } from './cadence-queries'
import type { MeetingState } from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  own = await addOrganisation(world)
  const founded = new Date('2024-03-01T09:00:00+08:00')
  await world.database.db.updateTable('organisation_units').set({ created_at: founded }).where('org_id', '=', own.orgId).execute()
  await world.database.db.updateTable('organisation_posts').set({ since: founded }).where('org_id', '=', own.orgId).execute()
})
afterAll(() => world.close())

const meet = (kind: CadenceKind, startsAt: string, { unitId = own.branch, state = 'closed' as MeetingState } = {}) =>
  addMeeting(world, { orgId: own.orgId, unitId, kind, state, people: [own.member], startsAt: new Date(startsAt) })
const look = (as: RoleName = 'secretary', input: { unitId?: string; year?: number } = {}) =>
  world.succeed(own[as], cadence, { unitId: own.branch, ...input })
const cells = async (kind: CadenceKind, input: { year?: number } = {}) =>
  (await look('secretary', input)).lines.find((line) => line.kind === kind)?.cells ?? []
const states = async (kind: CadenceKind) => (await cells(kind)).map(({ state }) => state)

describe('a branch’s year', () => {
  it('owes everything where nothing was held', async () => {
    const { unitName, year, meetings, groups, lines, mayArrange } = await look()
    expect({ unitName, year, meetings, mayArrange }).toEqual({ unitName: '第一党支部', year: 2026, meetings: [], mayArrange: true })
    expect(groups.map(({ name }) => name)).toEqual(['第一党小组', '第二党小组'])
    expect(lines.map(({ kind }) => kind)).toEqual([
      'assembly',
      'committee-meeting',
      'group-meeting',
      'lecture',
      'theme-day',
      'life-meeting',
      'appraisal-meeting',
    ])
    expect(await states('assembly')).toEqual(['overdue', 'overdue', 'overdue', 'owed'])
  })

  it('counts closed meetings by the month they began in in China, and names them, with who came', async () => {
    const { meetingId } = await meet('theme-day', '2026-01-31T23:59:00+08:00')
    await meet('theme-day', '2026-02-01T00:00:00+08:00')
    await meet('theme-day', '2025-12-31T23:59:00+08:00')
    expect((await states('theme-day')).slice(0, 3)).toEqual(['done', 'done', 'overdue'])
    expect((await cells('theme-day', { year: 2025 }))[11]?.state).toBe('done')
    const { meetings } = await look()
    expect(meetings[0]).toEqual({
      meetingId,
      unitId: own.branch,
      kind: 'theme-day',
      title: '十一月集体学习',
      startsAt: '2026-01-31T23:59:00.000+08:00',
      state: 'closed',
      arrived: 0,
    })
    expect(meetings).toHaveLength(2)
  })

  it('takes one to come or under way for arranged, and what was cancelled or never begun for nothing', async () => {
    await meet('lecture', '2026-12-01T15:00:00+08:00', { state: 'scheduled' })
    await meet('assembly', '2026-11-23T09:00:00+08:00', { state: 'open' })
    await meet('theme-day', '2026-11-20T15:00:00+08:00', { state: 'scheduled' })
    await meet('committee-meeting', '2026-11-28T15:00:00+08:00', { state: 'cancelled' })
    expect((await cells('lecture'))[3]).toMatchObject({ state: 'coming', planned: 1 })
    expect((await cells('assembly'))[3]).toMatchObject({ state: 'coming', planned: 1 })
    expect((await cells('theme-day'))[10]).toMatchObject({ state: 'owed', planned: 0 })
    expect((await cells('committee-meeting'))[10]).toMatchObject({ state: 'owed', planned: 0 })
    expect((await look()).meetings.map(({ kind }) => kind)).toEqual(['assembly', 'lecture'])
  })

  it('has the meetings of its groups, each for its own', async () => {
    await meet('group-meeting', '2026-10-09T15:00:00+08:00', { unitId: own.group })
    expect((await cells('group-meeting'))[9]).toMatchObject({ owed: 2, held: 1, missing: [own.siblingGroup], state: 'overdue' })
    expect((await look()).meetings).toMatchObject([{ unitId: own.group }])
  })

  it('knows nothing of other branches and other organisations', async () => {
    await meet('theme-day', '2026-01-10T15:00:00+08:00', { unitId: own.otherBranch })
    expect((await look()).meetings).toEqual([])
    expect((await states('theme-day'))[0]).toBe('overdue')
  })

  it('has a committee once three hold its posts', async () => {
    const hasCommittee = async (role: RoleName, unitId: string) => {
      const { lines } = await look(role, { unitId })
      return lines.find(({ kind }) => kind === 'committee-meeting')?.cells.some(({ owed }) => owed > 0)
    }
    expect(await hasCommittee('otherSecretary', own.otherBranch)).toBe(false)
    await world.database.db
      .insertInto('organisation_posts')
      .values(
        [own.otherMember, own.member, own.siblingMember].map(({ memberId }, index) => ({
          org_id: own.orgId,
          unit_id: own.otherBranch,
          member_id: memberId,
          // One of them at the group is none of the branch's.
          post: index === 2 ? ('group-leader' as const) : ('organisation' as const),
          since: new Date('2026-06-15T00:00:00+08:00'),
        })),
      )
      .execute()
    const { lines } = await look('otherSecretary', { unitId: own.otherBranch })
    expect(lines.find(({ kind }) => kind === 'committee-meeting')?.cells.map(({ owed }) => owed)).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1,
    ])
  })

  it.each(['committee', 'group'] as const)('is asked of a branch, not of a %s', async (place) => {
    expect(await world.refusal(own.administrator, cadence, { unitId: own[place] })).toBe('NOT_A_BRANCH')
  })

  it('is shown to those who answer for it, and only its officers may arrange', async () => {
    expect((await look('leader')).mayArrange).toBe(false)
    expect((await look('committeeSecretary')).mayArrange).toBe(false)
    expect(await world.refusal(own.member, cadence, { unitId: own.branch })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.groupLeader, cadence, { unitId: own.branch })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.leader, cadence, { unitId: own.otherBranch })).toBe('NOT_ALLOWED')
  })
})

describe('branches side by side', () => {
  const board = async (as: RoleName, year?: number) => world.succeed(own[as], cadenceBoard, year ? { year } : {})
  const names = async (as: RoleName) => (await board(as)).branches.map(({ unitName }) => unitName)

  it.each<[RoleName, string[]]>([
    ['administrator', ['第一党支部', '第二党支部']],
    ['committeeSecretary', ['第一党支部', '第二党支部']],
    ['leader', ['第一党支部']],
    ['secretary', ['第一党支部']],
    ['otherSecretary', ['第二党支部']],
  ])('are, for the %s, %p', async (role, expected) => {
    expect((await names(role)).sort()).toEqual(expected)
  })

  it.each<RoleName>(['member', 'groupLeader', 'colleague'])('are not for a %s', async (role) => {
    expect(await world.refusal(own[role], cadenceBoard, {})).toBe('NOT_ALLOWED')
  })

  it('stand in the order of what they need', async () => {
    for (let month = 1; month <= 10; month++) await meet('theme-day', `2026-${String(month).padStart(2, '0')}-10T15:00:00+08:00`)
    // The first branch has two groups and a committee, so it owes more: 3 + 10 + 20 + 3, and the second 3 + 10 + 3 + 10.
    const { branches } = await board('administrator')
    expect(branches.map(({ unitName, overdue, owed }) => ({ unitName, overdue, owed }))).toEqual([
      { unitName: '第一党支部', overdue: 36, owed: 8 },
      { unitName: '第二党支部', overdue: 26, owed: 6 },
    ])
    expect(branches[0]?.tallies).toContainEqual({ kind: 'theme-day', owed: 11, done: 10, overdue: 0 })
  })

  it('agree with each branch’s own year', async () => {
    await meet('assembly', '2026-02-10T15:00:00+08:00')
    await meet('group-meeting', '2026-02-10T15:00:00+08:00', { unitId: own.siblingGroup })
    const [line] = (await board('secretary')).branches
    const { lines } = await look()
    const overdue = lines.flatMap(({ cells }) => cells).filter(({ state }) => state === 'overdue')
    expect(line?.overdue).toBe(overdue.reduce((sum, { missing }) => sum + missing.length, 0))
  })

  it('are none where there are none yet', async () => {
    await world.database.db.updateTable('organisation_units').set({ kind: 'general-branch' }).where('org_id', '=', own.orgId).execute()
    expect((await board('administrator')).branches).toEqual([])
  })

  it('of a year before they were founded owe nothing', async () => {
    expect((await board('administrator', 2023)).branches.map(({ overdue, owed }) => overdue + owed)).toEqual([0, 0])
  })

  it('are counted along the index of a unit’s meetings, not by reading every meeting', async () => {
    const { db } = world.database
    await sql`
      insert into meetings (org_id, meeting_id, unit_id, kind, title, agenda, place, starts_at, duration_minutes, state, code_tag, code_secret, created_at)
      select ${own.orgId}::uuid, gen_random_uuid(), ${own.otherBranch}::uuid, 'theme-day', '', '', '', timestamptz '2010-01-01' + number * interval '1 hour', 60,
        'closed', 'tag' || number, '', now() from generate_series(1, 20000) number`.execute(db)
    await sql`analyze meetings`.execute(db)
    const query = tallies(own.orgId, [own.branch, own.group], { from: monthStart(2026, 1), until: monthStart(2027, 1) }, world.clock.now())
    const { rows } = await sql<Record<string, string>>`explain ${query}`.execute(db)
    expect(JSON.stringify(rows)).toContain('meetings_by_unit')
    expect(JSON.stringify(rows)).not.toContain('Seq Scan')
  })
})
