import { sql } from 'kysely'
import { newId } from '../kernel/ids'
import { addMeeting } from '../testing/meeting'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { addRounds } from '../testing/round'
import { openWorld, type World } from '../testing/world'
import { boardUnits } from './board-units'
import { mostOverduePeople, overdue, overdueBoard } from './overdue-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const latePledge = (person: Person, due_on = '2026-11-20', text = '窗口服务') => addPledge(world, person, { due_on, text })
async function owesMakeUp({ memberId }: Person, unitId: string, state: 'owed' | 'handed-in' = 'owed') {
  const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId, state: 'closed' })
  const now = world.clock.now()
  const task = { instructions: '学习讲稿', due_at: new Date('2026-11-18T23:59:00+08:00'), set_by: own.secretary.memberId, set_at: now }
  const row = { org_id: own.orgId, make_up_id: newId(), meeting_id: meetingId, member_id: memberId, state, ...task }
  await world.database.db
    .insertInto('meetings_make_ups')
    .values({ ...row, note: null, handed_in_at: null, decision: null, decided_by: null, decided_at: null })
    .execute()
  return meetingId
}
async function endOfRound(raters: Person[], subject: Person) {
  const { openId } = await addRounds(world, { orgId: own.orgId, unitId: own.branch, raters, subject })
  await world.database.db.deleteFrom('reviews_issues').where('round_id', '=', openId).execute()
  await sql`update reviews_rounds set closes_at = ${new Date('2026-11-22T18:00:00+08:00')} where round_id = ${openId}`.execute(
    world.database.db,
  )
}
const board = async (as: Person) => (await world.succeed(as, overdueBoard, {})).units
const late = async (as: Person, unitId: string) => (await world.succeed(as, overdue, { unitId })).people

describe('who has let something pass', () => {
  it('is nobody where nothing is overdue, what is due later or handed in counting for nothing', async () => {
    await latePledge(own.member, '2026-11-30')
    await owesMakeUp(own.member, own.branch, 'handed-in')
    expect(await world.succeed(own.secretary, overdue, { unitId: own.branch })).toEqual({
      now: '2026-11-23T09:00:00.000+08:00',
      unitName: '第一党支部',
      people: [],
      more: false,
    })
  })

  it('is said by person, whoever waits longest first, with what and since when', async () => {
    const first = await latePledge(own.siblingMember, '2026-11-21')
    const second = await latePledge(own.member, '2026-11-20', '带好徒弟')
    const makeUp = await owesMakeUp(own.member, own.branch)
    await latePledge(own.otherMember)
    expect(await late(own.organiser, own.branch)).toEqual([
      {
        memberId: own.member.memberId,
        name: 'member',
        since: '2026-11-18T23:59:00.000+08:00',
        count: 2,
        duties: [
          { kind: 'make-up', subjectId: makeUp, title: '十一月集体学习', dueAt: '2026-11-18T23:59:00.000+08:00' },
          { kind: 'pledge', subjectId: second, title: '带好徒弟', dueAt: '2026-11-20T23:59:59.000+08:00' },
        ],
      },
      {
        memberId: own.siblingMember.memberId,
        name: 'siblingMember',
        since: '2026-11-21T23:59:59.000+08:00',
        count: 1,
        duties: [{ kind: 'pledge', subjectId: first, title: '窗口服务', dueAt: '2026-11-21T23:59:59.000+08:00' }],
      },
    ])
  })

  it('is for a group leader the group’s alone', async () => {
    await latePledge(own.member)
    await latePledge(own.siblingMember)
    expect((await late(own.groupLeader, own.group)).map(({ name }) => name)).toEqual(['member'])
    expect(await world.refusal(own.groupLeader, overdue, { unitId: own.branch })).toBe('NOT_ALLOWED')
  })

  it('tells no title of a meeting that is none of the branch’s', async () => {
    await owesMakeUp(own.member, own.committee)
    await owesMakeUp(own.siblingMember, own.siblingGroup)
    const titles = (await late(own.secretary, own.branch)).map(({ name, duties }) => [name, duties[0]?.title])
    expect(Object.fromEntries(titles)).toEqual({ member: null, siblingMember: '十一月集体学习' })
  })

  it('never says who did not rate', async () => {
    await endOfRound([own.member, own.siblingMember], own.secretary)
    expect(await late(own.secretary, own.branch)).toEqual([])
  })

  it('leaves out whoever is gone', async () => {
    await latePledge(own.member)
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.member.memberId)
      .execute()
    expect(await late(own.secretary, own.branch)).toEqual([])
  })

  it('goes on after the last of a page, without a gap or a repeat', async () => {
    for (let number = 0; number < mostOverduePeople + 1; number++)
      await latePledge(await addPerson(world, { orgId: own.orgId, units: own, name: `late${number}`, home: 'branch' }))
    const { people, more } = await world.succeed(own.secretary, overdue, { unitId: own.branch })
    expect([people.length, more]).toEqual([mostOverduePeople, true])
    const last = people.at(-1)
    const after = { at: last?.since ?? '', key: last?.memberId ?? '' }
    const rest = await world.succeed(own.secretary, overdue, { unitId: own.branch, after })
    expect(rest.more).toBe(false)
    expect(new Set([...people, ...rest.people].map(({ memberId }) => memberId)).size).toBe(mostOverduePeople + 1)
  })
})

describe('how much is overdue', () => {
  it('is counted by kind and by people, with what nobody may know by name', async () => {
    await latePledge(own.member)
    await latePledge(own.member, '2026-11-21')
    await latePledge(own.siblingMember)
    await owesMakeUp(own.member, own.branch)
    await endOfRound([own.member, own.siblingMember], own.secretary)
    const counts = [
      { kind: 'make-up', count: 1 },
      { kind: 'pledge', count: 3 },
      { kind: 'review', count: 2 },
    ]
    expect(await board(own.secretary)).toEqual([{ unitId: own.branch, unitName: '第一党支部', named: true, people: 2, counts }])
  })

  it('is all that a committee above and a linked leader see of it', async () => {
    await latePledge(own.member)
    const mine = { unitId: own.branch, unitName: '第一党支部', named: false, people: 1, counts: [{ kind: 'pledge', count: 1 }] }
    expect(await board(own.leader)).toEqual([mine])
    const units = await board(own.committeeSecretary)
    expect(units[0]).toEqual(mine)
    expect(units.find(({ unitId }) => unitId === own.committee)).toMatchObject({ named: true, people: 0 })
    expect(await world.refusal(own.leader, overdue, { unitId: own.branch })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.committeeSecretary, overdue, { unitId: own.branch })).toBe('NOT_ALLOWED')
  })

  it('is for a group leader the group’s, without reviews', async () => {
    await latePledge(own.member)
    await latePledge(own.siblingMember)
    await endOfRound([own.member], own.secretary)
    expect(await board(own.groupLeader)).toEqual([
      { unitId: own.group, unitName: '第一党小组', named: true, people: 1, counts: [{ kind: 'pledge', count: 1 }] },
    ])
  })

  it('is nobody else’s to see', async () => {
    for (const person of [own.member, own.administrator]) expect(await world.refusal(person, overdueBoard, {})).toBe('NOT_ALLOWED')
  })
})

it('shows a group beside its branch to nobody', () => {
  const branch = { unitId: 'b', kind: 'branch', parentId: 'c' }
  const [group, other] = [
    { unitId: 'g', kind: 'group', parentId: 'b' },
    { unitId: 'q', kind: 'group', parentId: 'o' },
  ]
  expect(boardUnits([branch, group, other])).toEqual([branch, other])
})
