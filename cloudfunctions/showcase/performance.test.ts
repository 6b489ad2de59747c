import { decide } from '../approvals/contract'
import { upload } from '../files/contract'
import type { InputOf } from '../kernel/contract'
import { newId } from '../kernel/ids'
import { jpg, uploadOf } from '../testing/file-samples'
import { auditOf, factsOf, kindsOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { addPerformance } from '../testing/performance'
import { addPledge, promise } from '../testing/pledge'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import type { PerformanceState, PledgeState, ProjectState } from './contract'
import { revoke, takeBack } from './contract'
import {
  discardPerformance,
  mostPerformances,
  performance,
  performanceSubjects,
  performances,
  savePerformance,
  submitPerformance,
} from './performance-contract'

let world: World
let own: Organisation
let pledgeId: string

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-25T10:00:00+08:00')
  // Nobody's showcase but a new one: each test begins without an entry.
  const member = await addPerson(world, { orgId: own.orgId, units: own, name: 'member', login: newId(), home: 'branch', group: 'group' })
  own = { ...own, member }
  pledgeId = await addPledge(world, own.member)
})

const link = { kind: 'link' as const, url: 'https://example.org/visits', title: '走访台账' }
type Written = InputOf<typeof savePerformance>
const written = (more: Partial<Written> = {}): Written => ({
  ...{ year: 2026, quarter: 4, about: { kind: 'pledge', pledgeId }, text: '走访企业 12 家', figure: { value: '12', unit: '家' } },
  ...{ evidence: [link], ...more },
})
const save = (more: Partial<Written> = {}, as = own.member) => world.refusal(as, savePerformance, written(more))
const draft = async (more: Partial<Written> = {}) => (await world.succeed(own.member, savePerformance, written(more))).performanceId
const submit = (performanceId: string, as = own.member) => world.refusal(as, submitPerformance, { performanceId })
const submitted = async (more: Partial<Written> = {}) => {
  const performanceId = await draft(more)
  const { submissionId } = await world.succeed(own.member, submitPerformance, { performanceId })
  return { performanceId, submissionId }
}
const settle = (submissionId: string, decision: 'approved' | 'returned', reason?: string, as = own.secretary) =>
  world.call(as, decide, { items: [{ kind: 'submission', submissionId }], decision, ...(reason && { reason }) })
const verified = async (more: Partial<Written> = {}) => {
  const made = await submitted(more)
  await settle(made.submissionId, 'approved')
  return made
}
const see = (performanceId: string, as = own.member) => world.succeed(as, performance, { performanceId })
const list = (as: Person, year?: number) =>
  world.succeed(as, performances, { memberId: own.member.memberId, ...(year !== undefined && { year }) })
const states = async (as: Person) => (await list(as)).entries.map(({ state }) => state).sort()

async function addProject(state: ProjectState, { memberId, orgId } = own.member, year = 2026) {
  const project_id = newId()
  const now = world.clock.now()
  await world.database.db
    .insertInto('showcase_projects')
    .values({
      ...{ org_id: orgId, project_id, member_id: memberId, unit_id: own.branch, year, kind: 'efficiency', name: '一次办结' },
      ...{ goal: '群众少跑一趟', due_on: '2026-12-31', state, result: null, result_id: null, approved_at: now, settled_at: null },
      ...{ created_at: now, changed_at: now },
    })
    .execute()
  return project_id
}

describe('writing an entry', () => {
  it('is a draft that its owner alone sees, whole', async () => {
    const performanceId = await draft()
    expect(await see(performanceId)).toEqual({
      ...{ performanceId, year: 2026, quarter: 4, about: { kind: 'pledge', pledgeId, text: promise.text }, text: '走访企业 12 家' },
      ...{ figure: { value: '12', unit: '家' }, state: 'draft', comment: null, evidence: [link], verifiedAt: null, mine: true },
      ...{ memberId: own.member.memberId, name: 'member', unitName: '第一党支部', mayDecide: false, submissions: [] },
    })
    for (const person of [own.secretary, own.siblingMember, own.administrator, own.leader, own.otherMember])
      expect(await world.refusal(person, performance, { performanceId })).toBe('NOT_FOUND')
    expect(await auditOf(world, performanceId)).toMatchObject([{ action: 'showcase.savePerformance', detail: { year: 2026, quarter: 4 } }])
  })

  it('again changes the same draft, all of it', async () => {
    const performanceId = await draft()
    const projectId = await addProject('running')
    const { figure: _, ...more } = written({ performanceId, quarter: 3, about: { kind: 'project', projectId }, text: '两项流程合一' })
    await world.succeed(own.member, savePerformance, more)
    expect(await see(performanceId)).toMatchObject({
      ...{ quarter: 3, figure: null, text: '两项流程合一', about: { kind: 'project', projectId, text: '一次办结' } },
    })
    expect((await list(own.member)).entries).toHaveLength(1)
  })

  it('holds files of its owner, lets go of those no longer named, and shows them by a link', async () => {
    const { fileId } = await world.succeed(own.member, upload, { name: '走访.jpg' }, { upload: uploadOf(jpg) })
    const performanceId = await draft({ evidence: [link, { kind: 'file', fileId }] })
    const { evidence } = await see(performanceId)
    expect(evidence).toMatchObject([link, { kind: 'file', fileId, name: '走访.jpg', type: 'jpg' }])
    expect(await save({ evidence: [{ kind: 'file', fileId }] })).toBe('FILE_MISSING')
    await draft({ performanceId, evidence: [] })
    expect(await save({ evidence: [{ kind: 'file', fileId }] })).toBe('OK')
    const theirs = await world.succeed(own.secretary, upload, { name: '走访.jpg' }, { upload: uploadOf(jpg) })
    expect(await save({ evidence: [{ kind: 'file', fileId: theirs.fileId }] })).toBe('FILE_MISSING')
  })

  it('once for the same request', async () => {
    const requestId = 'performance-1'
    const first = await world.succeed(own.member, savePerformance, { ...written(), requestId })
    expect(await world.succeed(own.member, savePerformance, { ...written(), requestId })).toEqual(first)
    expect((await list(own.member)).entries).toHaveLength(1)
  })

  it.each<[PledgeState, string]>([
    ['draft', 'SUBJECT_UNSUITABLE'],
    ['proposed', 'SUBJECT_UNSUITABLE'],
    ['published', 'OK'],
    ['kept', 'OK'],
    ['partly', 'OK'],
    ['broken', 'OK'],
  ])('for a pledge that is %s answers %s', async (state, outcome) => {
    const pledge = await addPledge(world, own.member, { state })
    expect(await save({ about: { kind: 'pledge', pledgeId: pledge } })).toBe(outcome)
    const { subjects } = await world.succeed(own.member, performanceSubjects, {})
    expect(subjects.some(({ about }) => about.kind === 'pledge' && about.pledgeId === pledge)).toBe(outcome === 'OK')
  })

  it.each<[ProjectState, string]>([
    ['draft', 'SUBJECT_UNSUITABLE'],
    ['proposed', 'SUBJECT_UNSUITABLE'],
    ['running', 'OK'],
    ['accepted', 'OK'],
    ['stopped', 'SUBJECT_UNSUITABLE'],
  ])('for a project that is %s answers %s', async (state, outcome) => {
    const projectId = await addProject(state)
    expect(await save({ about: { kind: 'project', projectId } })).toBe(outcome)
    const { subjects } = await world.succeed(own.member, performanceSubjects, {})
    expect(subjects.some(({ about }) => about.kind === 'project' && about.projectId === projectId)).toBe(outcome === 'OK')
  })

  it('for what is not the caller’s own is not allowed, and changes nothing', async () => {
    const theirs = await addPledge(world, own.siblingMember)
    const project = await addProject('running', own.siblingMember)
    const before = await snapshot(world.database.db)
    expect(await save({ about: { kind: 'pledge', pledgeId: theirs } })).toBe('NOT_ALLOWED')
    expect(await save({ about: { kind: 'project', projectId: project } })).toBe('NOT_ALLOWED')
    expect(await save({ about: { kind: 'pledge', pledgeId: newId() } })).toBe('NOT_FOUND')
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it('is for members of the Party', async () => {
    const about = { kind: 'pledge' as const, pledgeId: await addPledge(world, own.colleague) }
    expect(await save({ about }, own.colleague)).toBe('PARTY_MEMBERS_ONLY')
    const performanceId = await addPerformance(world, own.colleague, { pledge_id: about.pledgeId })
    expect(await submit(performanceId, own.colleague)).toBe('PARTY_MEMBERS_ONLY')
  })

  it('is about a quarter that has begun in China', async () => {
    world.clock.set('2026-09-30T15:59:59Z')
    expect(await save()).toBe('INVALID_INPUT')
    expect(await save({ quarter: 3 })).toBe('OK')
    world.clock.set('2026-09-30T16:00:00Z')
    expect(await save()).toBe('OK')
    expect(await save({ year: 2027, quarter: 1 })).toBe('INVALID_INPUT')
  })

  it.each([
    ['0.1', 'OK'],
    ['999999999999.9999', 'OK'],
    ['007', 'OK'],
    ['1000000000000', 'INVALID_INPUT'],
    ['1.00001', 'INVALID_INPUT'],
    ['-1', 'INVALID_INPUT'],
    ['1e3', 'INVALID_INPUT'],
    ['1.', 'INVALID_INPUT'],
    ['.5', 'INVALID_INPUT'],
    ['１２', 'INVALID_INPUT'],
    ['NaN', 'INVALID_INPUT'],
    ['', 'INVALID_INPUT'],
  ])('with the figure %p answers %s', async (value, outcome) => {
    expect(await save({ figure: { value, unit: '家' } })).toBe(outcome)
  })

  it('needs words, and shows a figure without the zeros that say nothing', async () => {
    expect(await save({ text: ' ' })).toBe('INVALID_INPUT')
    const performanceId = await draft({ figure: { value: '0012.5000', unit: '万元' } })
    expect((await see(performanceId)).figure).toEqual({ value: '12.5', unit: '万元' })
  })

  it(`stops at ${mostPerformances} entries a quarter`, async () => {
    for (let index = 1; index < mostPerformances; index++) await addPerformance(world, own.member, { pledge_id: pledgeId, quarter: 4 })
    const performanceId = await draft()
    expect(await save()).toBe('PERFORMANCES_FULL')
    expect(await save({ performanceId })).toBe('OK')
    expect(await save({ quarter: 3 })).toBe('OK')
  })
})

describe('putting it before the branch', () => {
  it('freezes what is decided on, for its owner and the branch’s officers to see', async () => {
    const { performanceId, submissionId } = await submitted()
    expect(await see(performanceId)).toMatchObject({
      state: 'submitted',
      submissions: [{ submissionId, kind: 'performance', state: 'waiting' }],
    })
    const row = await world.database.db
      .selectFrom('showcase_submissions')
      .select(['content', 'unit_id'])
      .where('submission_id', '=', submissionId)
      .executeTakeFirst()
    expect(row).toEqual({
      unit_id: own.branch,
      content: {
        ...{ kind: 'performance', year: 2026, quarter: 4, about: promise.text, text: '走访企业 12 家', figure: '12', figureUnit: '家' },
      },
    })
    for (const officer of [own.secretary, own.deputySecretary, own.organiser, own.publicist, own.inspector])
      expect(await see(performanceId, officer)).toMatchObject({ mine: false, mayDecide: true, submissions: [{ submissionId }] })
    for (const person of [own.siblingMember, own.administrator, own.leader, own.otherSecretary, own.committeeSecretary])
      expect(await world.refusal(person, performance, { performanceId })).toBe('NOT_FOUND')
    expect(await kindsOf(world, performanceId, own.member)).toEqual([])
  })

  it('needs evidence', async () => {
    const performanceId = await draft({ evidence: [] })
    expect(await submit(performanceId)).toBe('EVIDENCE_WANTED')
    await draft({ performanceId })
    expect(await submit(performanceId)).toBe('OK')
  })

  it('is refused once what it belongs to was stopped', async () => {
    const projectId = await addProject('running')
    const performanceId = await draft({ about: { kind: 'project', projectId } })
    await world.database.db.updateTable('showcase_projects').set({ state: 'stopped' }).where('project_id', '=', projectId).execute()
    expect(await submit(performanceId)).toBe('SUBJECT_UNSUITABLE')
  })

  it('twice at once is one submission', async () => {
    const performanceId = await draft()
    const other = await anotherProcess(world)
    const both = await Promise.all([submit(performanceId), other.refusal(own.member, submitPerformance, { performanceId })])
    expect(both.sort()).toEqual(['NOT_A_DRAFT', 'OK'])
    expect((await see(performanceId)).submissions).toHaveLength(1)
    await other.close()
  })
})

describe('in each state', () => {
  it.each<[PerformanceState, string]>([
    ['draft', 'OK'],
    ['submitted', 'NOT_A_DRAFT'],
    ['verified', 'NOT_A_DRAFT'],
  ])('%s, writing, submitting and discarding answer %s, and a refusal changes nothing', async (state, outcome) => {
    const acts = [
      (performanceId: string) => save({ performanceId }),
      (performanceId: string) => submit(performanceId),
      (performanceId: string) => world.refusal(own.member, discardPerformance, { performanceId }),
    ]
    for (const act of acts) {
      const performanceId = await addPerformance(world, own.member, { pledge_id: pledgeId, state })
      const before = await snapshot(world.database.db)
      expect(await act(performanceId)).toBe(outcome)
      if (outcome !== 'OK') expect(await snapshot(world.database.db)).toEqual(before)
    }
  })

  it('nobody else writes, submits or discards it', async () => {
    const performanceId = await draft()
    const secretarys = { kind: 'pledge' as const, pledgeId: await addPledge(world, own.secretary) }
    const before = await snapshot(world.database.db)
    expect(await save({ performanceId, about: secretarys }, own.secretary)).toBe('NOT_ALLOWED')
    expect(await submit(performanceId, own.secretary)).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.secretary, discardPerformance, { performanceId })).toBe('NOT_ALLOWED')
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it('discarded, it is gone and its files are free again', async () => {
    const { fileId } = await world.succeed(own.member, upload, { name: '走访.jpg' }, { upload: uploadOf(jpg) })
    const performanceId = await draft({ evidence: [{ kind: 'file', fileId }] })
    await world.succeed(own.member, discardPerformance, { performanceId })
    expect(await world.refusal(own.member, performance, { performanceId })).toBe('NOT_FOUND')
    expect(await world.refusal(own.member, discardPerformance, { performanceId })).toBe('NOT_FOUND')
    expect(await save({ evidence: [{ kind: 'file', fileId }] })).toBe('OK')
  })
})

describe('deciding', () => {
  it('verified, everybody in the organisation sees it, and one fact says so', async () => {
    const { performanceId, submissionId } = await submitted()
    world.clock.advance({ days: 1 })
    expect((await settle(submissionId, 'approved')).body).toMatchObject({ ok: true, data: { decided: 1 } })
    for (const person of [own.siblingMember, own.colleague, own.otherMember, own.administrator])
      expect(await see(performanceId, person)).toMatchObject({
        ...{
          state: 'verified',
          verifiedAt: '2026-11-26T10:00:00.000+08:00',
          mine: false,
          mayDecide: false,
          submissions: [],
          comment: null,
        },
      })
    const now = world.clock.now()
    expect(await factsOf(world, performanceId, own.member)).toMatchObject([
      { kind: 'performance-verified', filter: 'service', unit_id: own.branch, happened_at: now, author_id: own.secretary.memberId },
    ])
  })

  it('writes the kind of a project into the fact', async () => {
    const { performanceId } = await verified({ about: { kind: 'project', projectId: await addProject('accepted') } })
    expect(await factsOf(world, performanceId, own.member)).toMatchObject([{ kind: 'performance-verified', filter: 'efficiency' }])
  })

  it('returned, it is a draft again with the reason, for its owner alone', async () => {
    const { performanceId, submissionId } = await submitted()
    await settle(submissionId, 'returned', '请附上走访照片')
    expect(await see(performanceId)).toMatchObject({
      ...{ state: 'draft', comment: '请附上走访照片', submissions: [{ state: 'returned', decidedBy: 'secretary' }] },
    })
    expect((await list(own.member)).entries).toMatchObject([{ state: 'draft', comment: '请附上走访照片' }])
    expect(await world.refusal(own.secretary, performance, { performanceId })).toBe('NOT_FOUND')
    expect(await kindsOf(world, performanceId, own.member)).toEqual([])
    expect(await submit(performanceId)).toBe('OK')
    expect(await see(performanceId)).toMatchObject({
      state: 'submitted',
      comment: null,
      submissions: [{ state: 'waiting' }, { state: 'returned' }],
    })
  })

  it('taken back by its owner, it is a draft again, and nothing is left to decide', async () => {
    const { performanceId, submissionId } = await submitted()
    expect(await world.refusal(own.secretary, takeBack, { submissionId })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.member, takeBack, { submissionId })).toBe('OK')
    expect(await see(performanceId)).toMatchObject({ state: 'draft', comment: null, submissions: [{ state: 'taken-back' }] })
    expect((await settle(submissionId, 'approved')).body).toMatchObject({ data: { decided: 0, already: 1 } })
    expect(await see(performanceId)).toMatchObject({ state: 'draft' })
    expect(await kindsOf(world, performanceId, own.member)).toEqual([])
  })

  it('undone, its fact is reversed with the reason, and it can be verified anew', async () => {
    const { performanceId, submissionId } = await verified()
    world.clock.advance({ minutes: 1 })
    expect(await world.refusal(own.member, revoke, { submissionId, reason: '有误' })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.deputySecretary, revoke, { submissionId, reason: '数字有误' })).toBe('OK')
    expect(await see(performanceId)).toMatchObject({ state: 'draft', verifiedAt: null, comment: '数字有误' })
    expect(await world.refusal(own.siblingMember, performance, { performanceId })).toBe('NOT_FOUND')
    expect(await kindsOf(world, performanceId, own.member)).toEqual(['performance-verified', '-performance-verified'])
    expect(await world.refusal(own.secretary, revoke, { submissionId, reason: '数字有误' })).toBe('NOTHING_TO_REVOKE')
    world.clock.advance({ minutes: 1 })
    const again = await world.succeed(own.member, submitPerformance, { performanceId })
    await settle(again.submissionId, 'approved')
    const facts = ['performance-verified', '-performance-verified', 'performance-verified']
    expect(await kindsOf(world, performanceId, own.member)).toEqual(facts)
  })

  it('by two officers at once decides once', async () => {
    const { performanceId, submissionId } = await submitted()
    const other = await anotherProcess(world)
    const items = [{ kind: 'submission' as const, submissionId }]
    const [first, second] = await Promise.all([
      world.succeed(own.secretary, decide, { items, decision: 'approved' }),
      other.succeed(own.deputySecretary, decide, { items, decision: 'returned', reason: '请附上走访照片' }),
    ])
    expect([first.decided, second.decided].sort()).toEqual([0, 1])
    const approved = first.decided === 1
    expect(await see(performanceId)).toMatchObject({ state: approved ? 'verified' : 'draft', submissions: [{ submissionId }] })
    expect(await kindsOf(world, performanceId, own.member)).toEqual(approved ? ['performance-verified'] : [])
    await other.close()
  })

  it('of one’s own is another officer’s to do', async () => {
    const about = { kind: 'pledge' as const, pledgeId: await addPledge(world, own.secretary) }
    const { performanceId } = await world.succeed(own.secretary, savePerformance, written({ about }))
    const { submissionId } = await world.succeed(own.secretary, submitPerformance, { performanceId })
    expect(await see(performanceId, own.secretary)).toMatchObject({ mine: true, mayDecide: false })
    expect((await settle(submissionId, 'approved')).body).toMatchObject({ ok: false, error: { code: 'OWN_SUBMISSION' } })
    expect((await settle(submissionId, 'approved', undefined, own.deputySecretary)).body).toMatchObject({ data: { decided: 1 } })
  })
})

describe('somebody’s entries of a year', () => {
  it('are none at first, and eight empty quarters', async () => {
    expect(await world.succeed(own.member, performances, {})).toMatchObject({
      ...{ current: { year: 2026, quarter: 4 }, memberId: own.member.memberId, name: 'member', year: 2026, years: [], mine: true },
      ...{ mayAdd: true, entries: [] },
    })
    const { trend, mayAdd } = await list(own.secretary)
    expect(trend).toHaveLength(8)
    expect(trend[7]).toEqual({ year: 2026, quarter: 4, verified: 0, figures: [] })
    expect(mayAdd).toBe(false)
    expect((await world.succeed(own.colleague, performances, {})).mayAdd).toBe(false)
  })

  it('are all of them for their owner, what waits for the officers as well, what is verified for everybody', async () => {
    for (const state of ['draft', 'submitted', 'verified'] as const)
      await addPerformance(world, own.member, { pledge_id: pledgeId, state, quarter: 4 })
    expect(await states(own.member)).toEqual(['draft', 'submitted', 'verified'])
    expect(await states(own.publicist)).toEqual(['submitted', 'verified'])
    for (const person of [own.siblingMember, own.colleague, own.otherSecretary, own.administrator, own.leader])
      expect(await states(person)).toEqual(['verified'])
  })

  it('stand by quarter, the latest first, and the years there is something of are named', async () => {
    for (const [year, quarter] of [
      [2026, 1],
      [2026, 3],
      [2025, 2],
    ])
      await addPerformance(world, own.member, { pledge_id: pledgeId, state: 'verified', year, quarter })
    await addPerformance(world, own.member, { pledge_id: pledgeId, year: 2024 })
    expect(await list(own.siblingMember)).toMatchObject({ years: [2026, 2025], entries: [{ quarter: 3 }, { quarter: 1 }] })
    expect(await list(own.siblingMember, 2025)).toMatchObject({ year: 2025, entries: [{ quarter: 2, evidence: [link] }] })
    expect((await list(own.member)).years).toEqual([2026, 2025, 2024])
  })

  it('add up exactly, unit by unit, those verified alone', async () => {
    const entry = (figure: string | null, figure_unit: string | null, state: PerformanceState = 'verified') =>
      addPerformance(world, own.member, { pledge_id: pledgeId, state, figure, figure_unit, quarter: 4 })
    await entry('0.1', '万元')
    await entry('0.2', '万元')
    await entry('999999999999.9999', '户')
    await entry('0.0001', '户')
    await entry('7.0000', '件')
    await entry(null, null)
    await entry('5', '万元', 'submitted')
    await entry('5', '万元', 'draft')
    const { trend } = await list(own.siblingMember)
    expect(trend[7]?.verified).toBe(6)
    expect(Object.fromEntries(trend[7]?.figures.map(({ unit, sum }) => [unit, sum]) ?? [])).toEqual({
      ...{ 万元: '0.3', 户: '1000000000000', 件: '7' },
    })
  })

  it('of the last eight quarters only, whatever year is asked for', async () => {
    const verified = (year: number, quarter: number) =>
      addPerformance(world, own.member, { pledge_id: pledgeId, state: 'verified', year, quarter })
    await verified(2024, 4)
    await verified(2025, 1)
    await verified(2026, 4)
    for (const year of [2024, 2026]) {
      const { trend } = await list(own.member, year)
      expect(trend.map(({ verified }) => verified)).toEqual([1, 0, 0, 0, 0, 0, 0, 1])
      expect(trend[0]).toMatchObject({ year: 2025, quarter: 1, figures: [{ unit: '家', sum: '12' }] })
    }
  })

  it('still say what they belonged to once that is gone', async () => {
    const projectId = await addProject('running')
    const performanceId = await addPerformance(world, own.member, { project_id: projectId, state: 'verified' })
    await world.database.db.deleteFrom('showcase_projects').where('project_id', '=', projectId).execute()
    expect(await see(performanceId, own.siblingMember)).toMatchObject({ about: { kind: 'project', projectId, text: '（已删除）' } })
  })
})

it('can belong to what is the caller’s own of this year and the last, in a quarter that has begun', async () => {
  world.clock.set('2026-04-01T00:00:00+08:00')
  const last = await addPledge(world, own.member, { year: 2025, state: 'kept', text: '去年的承诺' })
  await addPledge(world, own.member, { year: 2024, state: 'kept' })
  await addPledge(world, own.siblingMember)
  const projectId = await addProject('running')
  expect(await world.succeed(own.member, performanceSubjects, {})).toEqual({
    quarters: [{ year: 2026, quarter: 2 }, { year: 2026, quarter: 1 }, ...[4, 3, 2, 1].map((quarter) => ({ year: 2025, quarter }))],
    subjects: [
      { year: 2026, about: { kind: 'pledge', pledgeId, text: promise.text } },
      { year: 2026, about: { kind: 'project', projectId, text: '一次办结' } },
      { year: 2025, about: { kind: 'pledge', pledgeId: last, text: '去年的承诺' } },
    ],
  })
  expect(await world.succeed(own.activist, performanceSubjects, {})).toMatchObject({ subjects: [] })
})

it('nothing of another organisation is found, and nothing changes', async () => {
  const other = await addOrganisation(world)
  const theirs = await addPledge(world, other.member)
  const draftId = await addPerformance(world, other.member, { pledge_id: theirs })
  const shownId = await addPerformance(world, other.member, { pledge_id: theirs, state: 'verified' })
  const before = await snapshot(world.database.db)
  expect(await save({ about: { kind: 'pledge', pledgeId: theirs } })).toBe('NOT_FOUND')
  expect(await save({ performanceId: draftId })).toBe('NOT_FOUND')
  expect(await submit(draftId)).toBe('NOT_FOUND')
  expect(await world.refusal(own.member, discardPerformance, { performanceId: draftId })).toBe('NOT_FOUND')
  expect(await world.refusal(own.secretary, performance, { performanceId: shownId })).toBe('NOT_FOUND')
  expect(await world.refusal(own.secretary, performances, { memberId: other.member.memberId })).toBe('NOT_FOUND')
  expect(await snapshot(world.database.db)).toEqual(before)
})
