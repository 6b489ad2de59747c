import { decide } from '../approvals/contract'
import { upload } from '../files/contract'
import { jpg, uploadOf } from '../testing/file-samples'
import { auditOf, kindsOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { revoke, takeBack } from './contract'
import {
  discardProject,
  meetMilestone,
  project,
  projects,
  proposeProject,
  reportResult,
  saveProject,
  stopProject,
} from './project-contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-03-02T09:00:00+08:00')
  own = await addOrganisation(world)
})

const plan = {
  ...{ year: 2026, kind: 'innovation' as const, name: '一窗通办', goal: '群众少跑一趟', dueOn: '2026-10-31' },
  milestones: [
    { text: '梳理流程', dueOn: '2026-05-31' },
    { text: '上线试用', dueOn: '2026-09-30' },
  ],
}
const link = { kind: 'link' as const, url: 'https://example.test/report', title: '情况通报' }

const draft = async (more: Partial<typeof plan> & { projectId?: string } = {}) =>
  (await world.succeed(own.member, saveProject, { ...plan, ...more })).projectId
const propose = async (projectId: string) => (await world.succeed(own.member, proposeProject, { projectId })).submissionId
const approve = (submissionId: string, as: Person = own.secretary) =>
  world.succeed(as, decide, { items: [{ kind: 'submission', submissionId }], decision: 'approved' })
const giveBack = (submissionId: string, reason: string) =>
  world.succeed(own.secretary, decide, { items: [{ kind: 'submission', submissionId }], decision: 'returned', reason })
const see = (projectId: string, as: Person = own.member) => world.succeed(as, project, { projectId })
const facts = (projectId: string) => kindsOf(world, projectId, own.member)
const later = () => world.clock.advance({ minutes: 10 })

async function running() {
  const projectId = await draft()
  await approve(await propose(projectId))
  return projectId
}

async function meetAll(projectId: string) {
  for (const { milestoneId } of (await see(projectId)).milestones)
    await world.succeed(own.member, meetMilestone, { milestoneId, note: '已完成', evidence: [] })
}

async function reported(projectId: string, result = '平均用时缩短一半') {
  later()
  return (await world.succeed(own.member, reportResult, { projectId, result, evidence: [link] })).submissionId
}

it('is planned, approved, met step by step, and accepted, for everybody to see', async () => {
  const projectId = await draft()
  expect(await see(projectId)).toMatchObject({ ...plan, state: 'draft', waiting: null, mine: true, mayDecide: false, startedAt: null })

  const submissionId = await propose(projectId)
  expect(await see(projectId, own.secretary)).toMatchObject({ state: 'proposed', waiting: 'project', mine: false, mayDecide: true })
  later()
  await approve(submissionId)
  expect(await see(projectId, own.otherMember)).toMatchObject({
    state: 'running',
    startedAt: '2026-03-02T09:10:00.000+08:00',
    submissions: [],
  })
  expect(await facts(projectId)).toEqual(['project-started'])

  const [first, second] = (await see(projectId)).milestones
  const { fileId } = await world.succeed(own.member, upload, { name: '流程图.jpg' }, { upload: uploadOf(jpg) })
  const meet = { milestoneId: first?.milestoneId ?? '', note: '梳理了二十项', evidence: [{ kind: 'file' as const, fileId }] }
  await world.succeed(own.member, meetMilestone, meet)
  expect((await see(projectId, own.colleague)).milestones[0]).toMatchObject({
    metAt: '2026-03-02T09:10:00.000+08:00',
    note: '梳理了二十项',
    evidence: [{ kind: 'file', name: '流程图.jpg', link: expect.any(String) }],
  })
  await world.succeed(own.member, meetMilestone, { milestoneId: second?.milestoneId ?? '', note: '已上线', evidence: [link] })

  const result = await reported(projectId)
  expect(await see(projectId, own.secretary)).toMatchObject({
    waiting: 'project-result',
    result: { text: '平均用时缩短一半', evidence: [link] },
  })
  expect((await see(projectId, own.siblingMember)).result).toBeNull()
  await approve(result)
  expect(await see(projectId, own.siblingMember)).toMatchObject({
    state: 'accepted',
    waiting: null,
    settledAt: '2026-03-02T09:20:00.000+08:00',
    result: { text: '平均用时缩短一半', evidence: [link] },
  })
  expect(await facts(projectId)).toEqual(['project-started', 'project-accepted'])
  const actions = (await auditOf(world, projectId)).map(({ action }) => action)
  expect(actions).toEqual([
    ...['showcase.saveProject', 'showcase.proposeProject', 'approvals.decide', 'showcase.meetMilestone', 'showcase.meetMilestone'],
    ...['showcase.reportResult', 'approvals.decide'],
  ])
})

it('writes its facts with its kind, so that rules can tell innovation from efficiency', async () => {
  const projectId = await running()
  await meetAll(projectId)
  await approve(await reported(projectId))
  const rows = await world.database.db
    .selectFrom('facts')
    .select(['kind', 'filter', 'unit_id'])
    .where('evidence_id', '=', projectId)
    .execute()
  expect(rows).toEqual([
    { kind: 'project-started', filter: 'innovation', unit_id: own.branch },
    { kind: 'project-accepted', filter: 'innovation', unit_id: own.branch },
  ])
})

it('returned with a reason is a draft again, changed and proposed anew', async () => {
  const projectId = await draft()
  await giveBack(await propose(projectId), '请写明节点')
  expect(await see(projectId)).toMatchObject({ state: 'draft', waiting: null, returned: '请写明节点' })
  later()
  await draft({ projectId, name: '一窗快办', milestones: [{ text: '先试一项', dueOn: '2026-06-30' }] })
  expect(await see(projectId)).toMatchObject({ name: '一窗快办', milestones: [{ text: '先试一项' }] })
  await propose(projectId)
  expect(await see(projectId)).toMatchObject({ state: 'proposed', returned: null })
  expect(await facts(projectId)).toEqual([])
})

it('is decided on as it was proposed', async () => {
  const submissionId = await propose(await draft())
  const row = await world.database.db
    .selectFrom('showcase_submissions')
    .select('content')
    .where('submission_id', '=', submissionId)
    .executeTakeFirstOrThrow()
  const { kind: projectKind, ...words } = plan
  expect(row.content).toEqual({ kind: 'project', projectKind, ...words })
})

it('taken back is a draft again', async () => {
  const projectId = await draft()
  await world.succeed(own.member, takeBack, { submissionId: await propose(projectId) })
  expect(await see(projectId)).toMatchObject({ state: 'draft', waiting: null, returned: null })
})

it('whose result is returned runs on, keeps what was written, and can be reported again with other evidence', async () => {
  const projectId = await running()
  await meetAll(projectId)
  await giveBack(await reported(projectId), '请补充数据')
  expect(await see(projectId)).toMatchObject({ state: 'running', returned: '请补充数据', result: { text: '平均用时缩短一半' } })
  await reported(projectId, '由 40 分钟降到 20 分钟')
  expect(await see(projectId)).toMatchObject({ waiting: 'project-result', returned: null, result: { text: '由 40 分钟降到 20 分钟' } })
  expect(await facts(projectId)).toEqual(['project-started'])
})

it('whose acceptance is undone runs again, and its fact is reversed', async () => {
  const projectId = await running()
  await meetAll(projectId)
  const result = await reported(projectId)
  await approve(result)
  later()
  await world.succeed(own.secretary, revoke, { submissionId: result, reason: '数据有误' })
  expect(await see(projectId)).toMatchObject({ state: 'running', settledAt: null, returned: '数据有误' })
  expect(await see(projectId, own.otherMember)).toMatchObject({ state: 'running', returned: null, result: null })
  expect(await facts(projectId)).toEqual(['project-started', 'project-accepted', '-project-accepted'])
  await approve(await reported(projectId))
  expect(await facts(projectId)).toEqual(['project-started', 'project-accepted', '-project-accepted', 'project-accepted'])
})

it('whose approval is undone is stopped with the reason, and its fact is reversed', async () => {
  const projectId = await draft()
  const submissionId = await propose(projectId)
  await approve(submissionId)
  later()
  await world.succeed(own.secretary, revoke, { submissionId, reason: '与他人重复' })
  expect(await see(projectId, own.otherMember)).toMatchObject({ state: 'stopped', stopReason: '与他人重复' })
  expect(await facts(projectId)).toEqual(['project-started', '-project-started'])
})

it('keeps its approval while a result waits or is accepted', async () => {
  const projectId = await draft()
  const submissionId = await propose(projectId)
  await approve(submissionId)
  await meetAll(projectId)
  const undo = () => world.refusal(own.secretary, revoke, { submissionId, reason: '登记有误' })
  const result = await reported(projectId)
  expect(await undo()).toBe('NOTHING_TO_REVOKE')
  await approve(result)
  expect(await undo()).toBe('NOTHING_TO_REVOKE')
})

it('stopped by its owner stays to be read, with the reason and without a further fact', async () => {
  const projectId = await running()
  await world.succeed(own.member, stopProject, { projectId, reason: '窗口撤并' })
  expect(await see(projectId, own.otherMember)).toMatchObject({ state: 'stopped', stopReason: '窗口撤并' })
  expect(await facts(projectId)).toEqual(['project-started'])
})

it('says a step anew without changing when it was met first', async () => {
  const projectId = await running()
  await meetAll(projectId)
  const [first] = (await see(projectId)).milestones
  later()
  await world.succeed(own.member, meetMilestone, { milestoneId: first?.milestoneId ?? '', note: '补充：二十一项', evidence: [link] })
  expect((await see(projectId)).milestones[0]).toMatchObject({ note: '补充：二十一项', metAt: first?.metAt, evidence: [link] })
})

it('of an officer is decided by another officer, who is told so', async () => {
  const { projectId } = await world.succeed(own.secretary, saveProject, plan)
  const { submissionId } = await world.succeed(own.secretary, proposeProject, { projectId })
  expect(await see(projectId, own.secretary)).toMatchObject({ mine: true, mayDecide: false })
  expect(await see(projectId, own.organiser)).toMatchObject({ mine: false, mayDecide: true })
  const items = [{ kind: 'submission' as const, submissionId }]
  expect(await world.refusal(own.secretary, decide, { items, decision: 'approved' })).toBe('OWN_SUBMISSION')
  await approve(submissionId, own.organiser)
  expect((await see(projectId, own.member)).state).toBe('running')
})

describe('the list', () => {
  const list = (as: Person, year?: number) =>
    world.succeed(as, projects, { memberId: own.member.memberId, ...(year !== undefined && { year }) })
  const names = async (as: Person) => (await list(as)).projects.map(({ name }) => name)

  it('is empty at first, and says who may begin', async () => {
    const { memberId } = own.member
    const empty = { today: '2026-03-02', memberId, memberName: 'member', year: 2026, years: [], projects: [] }
    expect(await world.succeed(own.member, projects, {})).toEqual({ ...empty, mine: true, mayAdd: true })
    expect(await list(own.secretary)).toEqual({ ...empty, mine: false, mayAdd: false })
    expect(await world.succeed(own.colleague, projects, {})).toMatchObject({ mine: true, mayAdd: false })
  })

  it('shows a draft to its owner, what waits to the officers as well, what runs to everybody', async () => {
    await draft({ name: '还在想', dueOn: '2026-12-31' })
    const proposed = await draft({ name: '等审核', dueOn: '2026-11-30' })
    await running()
    await propose(proposed)
    expect(await names(own.member)).toEqual(['一窗通办', '等审核', '还在想'])
    for (const officer of [own.secretary, own.inspector]) expect(await names(officer)).toEqual(['一窗通办', '等审核'])
    for (const other of [own.siblingMember, own.groupLeader, own.administrator, own.otherSecretary, own.colleague])
      expect(await names(other)).toEqual(['一窗通办'])
  })

  it('counts steps met, and knows the years there is something of', async () => {
    const projectId = await running()
    const [first] = (await see(projectId)).milestones
    await world.succeed(own.member, meetMilestone, { milestoneId: first?.milestoneId ?? '', note: '已完成', evidence: [] })
    await draft({ year: 2027, dueOn: '2027-06-30', milestones: [{ text: '调研', dueOn: '2027-03-31' }] })
    expect(await list(own.member)).toMatchObject({ years: [2027, 2026], projects: [{ milestones: 2, met: 1, state: 'running' }] })
    expect(await list(own.siblingMember)).toMatchObject({ years: [2026] })
    expect(await list(own.member, 2027)).toMatchObject({ year: 2027, projects: [{ milestones: 1, met: 0, state: 'draft' }] })
  })

  it('shows why something came back to its owner and the officers only', async () => {
    const projectId = await running()
    await meetAll(projectId)
    await giveBack(await reported(projectId), '请补充数据')
    for (const person of [own.member, own.secretary]) expect((await list(person)).projects).toMatchObject([{ returned: '请补充数据' }])
    expect((await list(own.siblingMember)).projects).toMatchObject([{ returned: null, waiting: null }])
  })
})

it('is not named in the trail, which the administrator reads, as long as it is a draft', async () => {
  const projectId = await draft()
  await world.succeed(own.member, discardProject, { projectId })
  expect((await auditOf(world, projectId)).map(({ detail }) => detail)).toEqual([{ year: 2026 }, { year: 2026 }])
})
