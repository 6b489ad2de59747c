import type { Insertable } from 'kysely'
import { newId } from '../kernel/ids'
import type { Schema } from '../kernel/schema'
import { addMember, changeMember } from '../organisation/contract'
import { png } from '../testing/file-samples'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { type WallKind, type WallProgress, wall, wallPage, wallProgress } from './wall-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

interface Asked {
  unitId?: string
  kind?: WallKind
  progress?: WallProgress
  search?: string
  after?: string
}

const look = (asked: Asked = {}, as: Person = own.colleague) => world.succeed(as, wall, asked)
const namesOf = async (asked: Asked = {}) => (await look(asked)).people.map(({ name }) => name)
const lineOf = async ({ memberId }: Person) => (await look()).people.find((person) => person.memberId === memberId)

// The world's clock stands in 2026.
const yearNow = () => world.clock.now().getUTCFullYear()
const dayIn = (days: number) => new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

type Pledge = Partial<Insertable<Schema['showcase_pledges']>>

async function addPledge({ memberId }: Person, change: Pledge = {}) {
  const now = world.clock.now()
  await world.database.db
    .insertInto('showcase_pledges')
    .values({
      ...{ org_id: own.orgId, pledge_id: newId(), member_id: memberId, unit_id: own.branch, year: yearNow(), category: 'study' },
      ...{ text: '读完四本书', measure: '读书笔记', target: '四篇', due_on: dayIn(90), state: 'published', progress: 40 },
      ...{ created_at: now, changed_at: now },
      ...change,
    })
    .execute()
}

async function addProject({ memberId }: Person, change: Partial<Insertable<Schema['showcase_projects']>> = {}) {
  const now = world.clock.now()
  await world.database.db
    .insertInto('showcase_projects')
    .values({
      ...{ org_id: own.orgId, project_id: newId(), member_id: memberId, unit_id: own.branch, year: yearNow(), kind: 'innovation' },
      ...{ name: '一窗通办', goal: '少跑一趟', due_on: dayIn(90), state: 'running', created_at: now, changed_at: now },
      ...change,
    })
    .execute()
}

async function addClaim({ memberId }: Person, text: string, change: Partial<Insertable<Schema['showcase_claims']>> = {}) {
  const now = world.clock.now()
  await world.database.db
    .insertInto('showcase_claims')
    .values({
      ...{ org_id: own.orgId, claim_id: newId(), member_id: memberId, kind: 'badge', text, state: 'confirmed' },
      ...{ claimed_at: now, confirmed_at: now },
      ...change,
    })
    .execute()
}

describe('who is on the wall', () => {
  it('is every full and probationary member of the organisation, in the roster’s order', async () => {
    const { people, next } = await look()
    const shown = Object.values(own).filter(
      (each): each is Person => typeof each === 'object' && !['activist', 'colleague'].includes(each.name),
    )
    expect(people.map(({ memberId }) => memberId)).toEqual(shown.map(({ memberId }) => memberId).sort())
    expect(next).toBeNull()
  })

  it('is nobody of another organisation, and nobody who was erased', async () => {
    await addOrganisation(world)
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.probationary.memberId)
      .execute()
    expect(await namesOf()).not.toContain('probationary')
    expect((await look()).people).toHaveLength(13)
  })

  it('is, for a committee, everybody below it; for a branch, its groups too; for a group, those who belong to it', async () => {
    expect(await namesOf({ unitId: own.committee })).toHaveLength(14)
    expect(await namesOf({ unitId: own.branch })).toHaveLength(9)
    expect((await namesOf({ unitId: own.group })).sort()).toEqual(['groupLeader', 'member', 'probationary'])
    expect(await namesOf({ unitId: own.otherGroup })).toEqual(['otherMember'])
  })

  it('is the same whoever asks, also for whoever is at home there', async () => {
    for (const unitId of [own.branch, own.group, own.siblingGroup]) {
      const namesTo = async (as: Person) => (await look({ unitId }, as)).people.map(({ name }) => name)
      expect(await namesTo(own.member)).toEqual(await namesTo(own.otherMember))
      expect(await namesTo(own.siblingMember)).toEqual(await namesTo(own.administrator))
    }
  })

  it('is not found for a unit of another organisation', async () => {
    const other = await addOrganisation(world)
    expect(await world.refusal(own.member, wall, { unitId: other.branch })).toBe('NOT_FOUND')
  })
})

describe('a line', () => {
  it('says who they are, and nothing of what they have not shown', async () => {
    expect(await lineOf(own.member)).toEqual({
      memberId: own.member.memberId,
      name: 'member',
      unitName: '第一党支部',
      groupName: '第一党小组',
      position: null,
      posts: [],
      badges: [],
      photo: null,
      pledges: { published: 0, settled: 0, mean: null },
      progress: 'none',
      projects: { running: 0, accepted: 0 },
      performances: 0,
    })
  })

  it('shows posts of the Party, but not who administers the system', async () => {
    expect((await lineOf(own.secretary))?.posts).toEqual([{ unitName: '第一党支部', post: 'secretary' }])
    expect((await lineOf(own.administrator))?.posts).toEqual([])
  })

  it('shows the position and the badges that the branch confirmed, and no others', async () => {
    await addClaim(own.member, '导税员', { kind: 'position' })
    await addClaim(own.member, '窗口岗', { kind: 'position', state: 'ended' })
    await addClaim(own.member, '先锋岗')
    await addClaim(own.member, '劳动模范', { state: 'waiting', confirmed_at: null })
    expect(await lineOf(own.member)).toMatchObject({ position: '导税员', badges: ['先锋岗'] })
  })

  it('has a link to the photo, once its bytes are kept', async () => {
    const { db } = world.database
    const place = await world.files.put(`${own.orgId}/${newId()}`, png)
    const file = { org_id: own.orgId, file_id: newId(), name: '头像.png', type: 'png' as const, bytes: png.length, sha256: '' }
    const held = { uploaded_by: own.member.memberId, uploaded_at: world.clock.now(), loose_since: null }
    await db
      .insertInto('files')
      .values({ ...file, ...held, place: null })
      .execute()
    const profile = { org_id: own.orgId, member_id: own.member.memberId, photo_id: file.file_id, changed_at: world.clock.now() }
    await db.insertInto('showcase_profiles').values(profile).execute()
    expect((await lineOf(own.member))?.photo).toBeNull()
    await db.updateTable('files').set({ place }).where('file_id', '=', file.file_id).execute()
    expect((await lineOf(own.member))?.photo).toBe((await world.files.link([place], world.clock.now()))[0])
  })

  it('counts this year’s pledges that were published, and says how far they are on average', async () => {
    await addPledge(own.member, { progress: 40 })
    await addPledge(own.member, { progress: 90, state: 'kept' })
    await addPledge(own.member, { progress: 20, state: 'broken' })
    await addPledge(own.member, { state: 'draft' })
    await addPledge(own.member, { state: 'proposed' })
    await addPledge(own.member, { year: yearNow() - 1 })
    // What was kept is kept, whatever the last note said.
    expect(await lineOf(own.member)).toMatchObject({ pledges: { published: 3, settled: 2, mean: 53 }, progress: 'under-way' })
  })

  it('counts this year’s projects and verified performances', async () => {
    await addProject(own.member)
    await addProject(own.member, { state: 'accepted' })
    await addProject(own.member, { state: 'draft' })
    await addProject(own.member, { state: 'running', year: yearNow() - 1 })
    const now = world.clock.now()
    const entry = { org_id: own.orgId, member_id: own.member.memberId, unit_id: own.branch, pledge_id: newId(), text: '办结 30 件' }
    for (const [state, year] of [
      ['verified', yearNow()],
      ['submitted', yearNow()],
      ['verified', yearNow() - 1],
    ] as const) {
      await world.database.db
        .insertInto('showcase_performances')
        .values({ ...entry, performance_id: newId(), year, quarter: 1, state, created_at: now, changed_at: now })
        .execute()
    }
    expect(await lineOf(own.member)).toMatchObject({ projects: { running: 1, accepted: 1 }, performances: 1 })
  })
})

describe('pages', () => {
  const addMany = (count: number) => {
    const row = {
      org_id: own.orgId,
      unit_id: own.otherBranch,
      standing: 'full' as const,
      unable: false,
      erased_at: null,
      created_at: world.clock.now(),
    }
    const rows = Array.from({ length: count }, (_, number) => ({ ...row, member_id: newId(), name: `同志${number}` }))
    return world.database.db.insertInto('organisation_members').values(rows).execute()
  }

  it('follow each other without a gap or a repetition, whatever happens in between', async () => {
    await addMany(2 * wallPage)
    const everyone: string[] = []
    let pages = 0
    for (let after: string | null | undefined; after !== null; pages++) {
      const page = await look(after ? { after } : {})
      everyone.push(...page.people.map(({ memberId }) => memberId))
      expect(page.people.length).toBeLessThanOrEqual(wallPage)
      after = page.next
    }
    expect(pages).toBe(3)
    expect(everyone).toHaveLength(2 * wallPage + 14)
    expect([...new Set(everyone)].sort()).toEqual(everyone)
  })

  it('end where exactly a whole page is left', async () => {
    await addMany(wallPage - 2)
    const { people, next } = await look({ unitId: own.otherBranch })
    expect(people).toHaveLength(wallPage)
    expect(next).toBeNull()
  })
})

describe('what is sought', () => {
  beforeEach(async () => {
    for (const [name, login] of [
      ['曾国庆', 'zeng'],
      ['欧阳小明', 'ouyang'],
      ['Tom Li', 'tom'],
    ] as const)
      await world.succeed(own.secretary, addMember, { unitId: own.branch, name, standing: 'full', login: `${login}${newId().slice(-12)}` })
  })

  it.each([
    ['小明', ['欧阳小明']],
    ['zgq', ['曾国庆']],
    ['ZG', ['曾国庆']],
    ['xm', ['欧阳小明']],
    ['o y x m', ['欧阳小明']],
    ['tom li', ['Tom Li']],
    ['没有此人', []],
    // Not a pattern: it stands for itself.
    ['%', []],
    ['_', []],
  ])('%s finds %j', async (search, names) => {
    expect(await namesOf({ search })).toEqual(names)
  })

  it('is found by a new name, and no longer by the old one', async () => {
    const [found] = (await look({ search: 'zgq' })).people
    await world.succeed(own.secretary, changeMember, { memberId: found?.memberId ?? '', name: '单雄信' })
    expect(await namesOf({ search: 'zgq' })).toEqual([])
    expect(await namesOf({ search: 'sxx' })).toEqual(['单雄信'])
  })
})

describe('a filter', () => {
  beforeEach(async () => {
    await addPledge(own.member, { category: 'study' })
    await addPledge(own.secretary, { category: 'service', due_on: dayIn(3) })
    await addPledge(own.organiser, { category: 'service', due_on: dayIn(-3) })
    await addPledge(own.organiser, { category: 'study', state: 'kept' })
    await addPledge(own.publicist, { category: 'service', state: 'kept' })
    await addPledge(own.inspector, { category: 'service', state: 'draft' })
    await addPledge(own.otherMember, { category: 'service', year: yearNow() - 1 })
    await addProject(own.member, { kind: 'efficiency' })
    await addProject(own.secretary, { kind: 'efficiency', state: 'proposed' })
  })

  it('for a category shows who has published such a pledge this year', async () => {
    expect(await namesOf({ kind: 'service' })).toEqual(['secretary', 'organiser', 'publicist'])
    expect(await namesOf({ kind: 'integrity' })).toEqual([])
  })

  it('for a kind of project shows who has one that was approved', async () => {
    expect(await namesOf({ kind: 'efficiency' })).toEqual(['member'])
    expect(await namesOf({ kind: 'excellence' })).toEqual([])
  })

  it.each([
    ['under-way', ['member']],
    ['due-soon', ['secretary']],
    ['overdue', ['organiser']],
    ['settled', ['publicist']],
  ] as const)('for %s shows %j', async (progress, names) => {
    expect(await namesOf({ progress })).toEqual(names)
  })

  it('for progress shows exactly those whose line says so, and together everybody', async () => {
    const everyone = (await look()).people
    for (const progress of wallProgress) {
      const { people } = await look({ progress })
      expect(people).toEqual(everyone.filter((person) => person.progress === progress))
    }
  })

  it('narrows together with others', async () => {
    expect(await namesOf({ kind: 'service', progress: 'overdue', unitId: own.branch, search: 'org' })).toEqual(['organiser'])
    expect(await namesOf({ kind: 'service', progress: 'overdue', unitId: own.otherBranch })).toEqual([])
  })
})
