import { newId } from '../kernel/ids'
import { addOrganisation, addPerson, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { addMember, auditTrail, changeMember, givePost, people, peoplePage, person, renameUnit } from './contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const look = (unitId: string, more: { sought?: string; page?: number } = {}) =>
  world.succeed(own.administrator, people, { unitId, ...more })

describe('the people of a unit', () => {
  it('are listed with what the roster keeps of them, those with a vote first', async () => {
    const answer = await look(own.branch)
    expect(answer.total).toBe(11)
    expect(answer.people.map(({ name }) => name).slice(-3)).toEqual(['probationary', 'activist', 'colleague'])
    expect(answer.people.find(({ name }) => name === 'groupLeader')).toEqual({
      id: own.groupLeader.memberId,
      name: 'groupLeader',
      login: own.groupLeader.login,
      standing: 'full',
      groupId: own.group,
      unable: false,
      phone: null,
      activated: true,
      posts: [{ unitId: own.group, unitName: '第一党小组', post: 'group-leader' }],
    })
    expect(answer.counts).toEqual({ full: 8, probationary: 1, activist: 1, colleague: 1 })
  })

  it('of a group are those who belong to it', async () => {
    const { people, warnings } = await look(own.group)
    expect(people.map(({ name }) => name).sort()).toEqual(['groupLeader', 'member', 'probationary'])
    expect(warnings).toEqual([])
  })

  it('are found by a part of the name or of the sign-in name, whatever its case', async () => {
    expect((await look(own.branch, { sought: 'ROBAT' })).people.map(({ name }) => name)).toEqual(['probationary'])
    expect((await look(own.branch, { sought: own.siblingMember.login.slice(0, 9) })).total).toBe(1)
    expect(await look(own.branch, { sought: '查无此人' })).toMatchObject({ people: [], total: 0, counts: { full: 8 } })
  })

  it('are not found by a pattern', async () => {
    for (const sought of ['%', '_', '\\', "'"]) expect((await look(own.branch, { sought })).total).toBe(0)
  })

  it('come without whoever had themselves deleted', async () => {
    const gone = await addPerson(world, { orgId: own.orgId, units: own, name: 'gone', home: 'otherBranch' })
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', gone.memberId)
      .execute()
    expect((await look(own.otherBranch)).total).toBe(2)
    expect(await world.refusal(own.administrator, person, { memberId: gone.memberId })).toBe('NOT_FOUND')
  })

  it(`come ${peoplePage} a page, each on one page, also where there are thousands`, async () => {
    const members = Array.from({ length: 2_500 }, (_, index) => ({
      org_id: own.orgId,
      member_id: newId(),
      unit_id: own.otherBranch,
      group_id: null,
      name: `党员${index}`,
      standing: 'full' as const,
      unable: false,
      created_at: world.clock.now(),
      erased_at: null,
    }))
    await world.database.db.insertInto('organisation_members').values(members).execute()
    const first = await look(own.otherBranch)
    expect(first.total).toBe(2_502)
    expect(first.people).toHaveLength(peoplePage)
    const pages = await Promise.all(Array.from({ length: 26 }, (_, index) => look(own.otherBranch, { page: index + 1 })))
    const ids = pages.flatMap((each) => each.people.map(({ id }) => id))
    expect(new Set(ids).size).toBe(2_502)
    expect((await look(own.otherBranch, { page: 27 })).people).toEqual([])
    expect(first.warnings).toEqual([expect.stringContaining('超过 50 人'), expect.stringContaining('支部委员会')])
  })
})

describe('one person', () => {
  it('is shown with their posts and linked branches', async () => {
    expect(await world.succeed(own.administrator, person, { memberId: own.leader.memberId })).toMatchObject({
      name: 'leader',
      unitId: own.committee,
      unitName: '机关党委',
      posts: [{ post: 'leader' }],
      linkedBranches: [{ unitId: own.branch, unitName: '第一党支部' }],
      warnings: [],
    })
  })

  it('with a second post is shown with a warning, and keeps both', async () => {
    const { memberId } = own.publicist
    const given = await world.succeed(own.administrator, givePost, { memberId, unitId: own.branch, post: 'discipline' })
    expect(given.warnings).toEqual(['这位同志已担任其他职务，一般一人一岗'])
    const shown = await world.succeed(own.secretary, person, { memberId })
    expect(shown.posts.map(({ post }) => post).sort()).toEqual(['discipline', 'publicity'])
    expect(shown.warnings).toEqual(given.warnings)
  })
})

describe('a phone number', () => {
  const phoneOf = async (memberId: string) => (await world.succeed(own.secretary, person, { memberId })).phone

  it('is shown masked, changed, and taken away', async () => {
    const { memberId } = own.member
    await world.succeed(own.secretary, changeMember, { memberId, phone: '138 0013 8000' })
    expect(await phoneOf(memberId)).toBe('138****8000')
    await world.succeed(own.secretary, changeMember, { memberId, standing: 'probationary' })
    expect(await phoneOf(memberId)).toBe('138****8000')
    await world.succeed(own.secretary, changeMember, { memberId, phone: null })
    expect(await phoneOf(memberId)).toBeNull()
  })

  it('comes with a new person, and stands in the clear nowhere', async () => {
    const input = {
      unitId: own.branch,
      name: '李静',
      standing: 'full' as const,
      login: `lijing-${own.orgId.slice(-6)}`,
      phone: '13911112222',
    }
    const { memberId } = await world.succeed(own.secretary, addMember, { ...input, requestId: 'add-with-phone' })
    expect(await phoneOf(memberId)).toBe('139****2222')
    const { db } = world.database
    const kept = [await db.selectFrom('audit_entries').selectAll().execute(), await db.selectFrom('replies').selectAll().execute()]
    expect(JSON.stringify(kept)).not.toContain('13911112222')
  })

  it('that is none, or another person’s, is refused with all the rest', async () => {
    await world.succeed(own.secretary, changeMember, { memberId: own.member.memberId, phone: '13800138000' })
    const { memberId } = own.siblingMember
    const refused = await world.call(own.secretary, changeMember, { memberId, standing: 'activist', phone: '123' })
    expect(refused.body).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { phone: '请填写 11 位手机号' } } })
    expect(await world.refusal(own.secretary, changeMember, { memberId, standing: 'activist', phone: '13800138000' })).toBe('PHONE_TAKEN')
    expect(await world.succeed(own.secretary, person, { memberId })).toMatchObject({ standing: 'full', phone: null })
  })
})

describe('the audit trail', () => {
  beforeEach(async () => {
    await world.succeed(own.administrator, renameUnit, { unitId: own.branch, name: '第一支部' })
    await world.succeed(own.secretary, changeMember, { memberId: own.member.memberId, standing: 'probationary' })
    await world.succeed(own.administrator, changeMember, { memberId: own.colleague.memberId, unable: true })
  })
  const find = async (filter: object) =>
    (await world.succeed(own.administrator, auditTrail, filter)).entries.map(({ action, actorName, subjectName }) => [
      action,
      actorName,
      subjectName,
    ])

  it('is read latest first', async () => {
    expect(await find({})).toEqual([
      ['organisation.changeMember', 'administrator', 'colleague'],
      ['organisation.changeMember', 'secretary', 'member'],
      ['organisation.renameUnit', 'administrator', '第一支部'],
    ])
  })

  it('is searched for whoever made a change or was changed', async () => {
    expect(await find({ person: 'secret' })).toEqual([['organisation.changeMember', 'secretary', 'member']])
    expect(await find({ person: 'colleague' })).toEqual([['organisation.changeMember', 'administrator', 'colleague']])
    expect(await find({ person: '%' })).toEqual([])
  })

  it('is searched for one action, also of one person', async () => {
    expect(await find({ action: 'organisation.renameUnit' })).toHaveLength(1)
    expect(await find({ action: 'organisation.changeMember', person: 'administrator' })).toHaveLength(1)
    expect(await find({ action: 'meetings.open' })).toEqual([])
  })

  it('goes on after the last entry seen', async () => {
    const { entries } = await world.succeed(own.administrator, auditTrail, {})
    expect(await find({ before: entries[0]?.id })).toHaveLength(2)
    expect(await find({ before: entries[0]?.id, person: 'administrator' })).toHaveLength(1)
  })
})
