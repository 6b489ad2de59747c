import { decide } from '../approvals/contract'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { addProject } from '../testing/project'
import { addSubmitted } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { type ProjectState, projectStates } from './contract'
import { discardProject, meetMilestone, project, proposeProject, reportResult, saveProject, stopProject } from './project-contract'

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
  ...{ year: 2026, kind: 'excellence' as const, name: '优质服务', goal: '满意度提高到 98%', dueOn: '2026-10-31' },
  milestones: [{ text: '制定标准', dueOn: '2026-05-31' }],
}
const link = { kind: 'link' as const, url: 'https://example.test/report', title: '情况通报' }
type Project = Awaited<ReturnType<typeof addProject>>

const actions = {
  save: ({ projectId }: Project, as: Person) => world.refusal(as, saveProject, { projectId, ...plan }),
  discard: ({ projectId }: Project, as: Person) => world.refusal(as, discardProject, { projectId }),
  propose: ({ projectId }: Project, as: Person) => world.refusal(as, proposeProject, { projectId }),
  meet: ({ milestoneId }: Project, as: Person) => world.refusal(as, meetMilestone, { milestoneId, note: '已完成', evidence: [] }),
  report: ({ projectId }: Project, as: Person) => world.refusal(as, reportResult, { projectId, result: '满意度 98.5%', evidence: [link] }),
  stop: ({ projectId }: Project, as: Person) => world.refusal(as, stopProject, { projectId, reason: '窗口撤并' }),
}
type ActionName = keyof typeof actions
const actionNames = Object.keys(actions) as ActionName[]

const drafting = new Set<ActionName>(['save', 'discard', 'propose'])
const expectedOf = (name: ActionName, state: ProjectState) => {
  if (drafting.has(name)) return state === 'draft' ? 'OK' : 'NOT_A_DRAFT'
  return state === 'running' ? 'OK' : 'PROJECT_NOT_RUNNING'
}
const everyPair = actionNames.flatMap((name) => projectStates.map((state) => [name, state, expectedOf(name, state)] as const))

it.each(everyPair)('%s while it is %s answers %s', async (name, state, code) => {
  const made = await addProject(world, own.member, { state, met: true })
  const before = await snapshot(world.database.db)
  expect(await actions[name](made, own.member)).toBe(code)
  const after = await snapshot(world.database.db)
  if (code === 'OK') expect(after).not.toEqual(before)
  else expect(after).toEqual(before)
})

it.each(['meet', 'report', 'stop'] as const)('%s is refused while the result waits for the branch', async (name) => {
  const made = await addProject(world, own.member, { state: 'running', met: true })
  await addSubmitted(world, own.member, made.projectId, { kind: 'project-result', name: '一窗通办', goal: '少跑', result: '好' })
  expect(await actions[name](made, own.member)).toBe('ALREADY_WAITING')
})

it.each(actionNames)('%s is nobody else’s, not even the secretary’s', async (name) => {
  const state = drafting.has(name) ? 'draft' : 'running'
  const made = await addProject(world, own.member, { state, met: true })
  for (const person of [own.secretary, own.administrator, own.siblingMember]) expect(await actions[name](made, person)).toBe('NOT_ALLOWED')
})

it.each(actionNames)('%s does not find what is another organisation’s, and changes nothing', async (name) => {
  const other = await addOrganisation(world)
  const made = await addProject(world, other.member, { state: drafting.has(name) ? 'draft' : 'running', met: true })
  const before = await snapshot(world.database.db)
  expect(await actions[name](made, own.member)).toBe('NOT_FOUND')
  expect(await world.refusal(own.member, project, { projectId: made.projectId })).toBe('NOT_FOUND')
  expect(await snapshot(world.database.db)).toEqual(before)
})

it('is for members of the Party to begin and to propose', async () => {
  expect(await world.refusal(own.colleague, saveProject, plan)).toBe('PARTY_MEMBERS_ONLY')
  expect(await world.refusal(own.activist, saveProject, plan)).toBe('PARTY_MEMBERS_ONLY')
  const made = await addProject(world, own.activist, { state: 'draft' })
  expect(await actions.propose(made, own.activist)).toBe('PARTY_MEMBERS_ONLY')
  expect(await world.refusal(own.probationary, saveProject, plan)).toBe('OK')
})

describe('a single project', () => {
  it.each(projectStates)('that is %s is found by whoever may see it', async (state) => {
    const { projectId } = await addProject(world, own.member, { state })
    const code = (as: Person) => world.refusal(as, project, { projectId })
    const approved = state !== 'draft' && state !== 'proposed'
    expect(await code(own.member)).toBe('OK')
    expect(await code(own.publicist)).toBe(state === 'draft' ? 'NOT_FOUND' : 'OK')
    for (const person of [own.administrator, own.siblingMember, own.otherSecretary, own.leader])
      expect(await code(person)).toBe(approved ? 'OK' : 'NOT_FOUND')
  })
})

describe('a plan', () => {
  const fieldsOf = async (more: object) => {
    const { body } = await world.answer(own.member, 'showcase.saveProject', { ...plan, ...more })
    return body.ok ? {} : body.error.fields
  }

  it('ends in its year, and no step is due after it', async () => {
    expect(await fieldsOf({ dueOn: '2027-01-01' })).toEqual({ dueOn: '完成日期须在 2026 年内' })
    expect(await fieldsOf({ dueOn: '2026-05-30' })).toEqual({ 'milestones.0.dueOn': '节点日期不能晚于项目完成日期' })
  })

  it('has one to eight steps', async () => {
    expect(await fieldsOf({ milestones: [] })).toEqual({ milestones: '请至少填写一个节点' })
    expect(await fieldsOf({ milestones: Array(9).fill(plan.milestones[0]) })).toEqual({ milestones: '最多 8 个节点' })
    expect(await fieldsOf({ milestones: Array(8).fill(plan.milestones[0]) })).toEqual({})
  })
})

describe('a result', () => {
  const report = (projectId: string, evidence: (typeof link)[]) =>
    world.refusal(own.member, reportResult, { projectId, result: '满意度 98.5%', evidence })

  it('needs every step met', async () => {
    const { projectId, milestoneId } = await addProject(world, own.member, { state: 'running' })
    expect(await report(projectId, [link])).toBe('MILESTONES_OPEN')
    await world.succeed(own.member, meetMilestone, { milestoneId, note: '已完成', evidence: [] })
    expect(await report(projectId, [link])).toBe('OK')
  })

  it('needs something that shows it', async () => {
    const { projectId } = await addProject(world, own.member, { state: 'running', met: true })
    expect(await report(projectId, [])).toBe('EVIDENCE_WANTED')
  })
})

describe('two a year', () => {
  const drafted = (year = 2026) => addProject(world, own.member, { state: 'draft', year })
  const stateOf = async ({ projectId }: Project) => (await world.succeed(own.member, project, { projectId })).state

  it('are proposed, running and accepted ones; stopped ones, drafts and other years take no place', async () => {
    await addProject(world, own.member, { state: 'stopped' })
    await addProject(world, own.member, { state: 'accepted' })
    await addProject(world, own.member, { state: 'accepted', year: 2025 })
    await drafted()
    const [second, third, next] = [await drafted(), await drafted(), await drafted(2027)]
    expect(await actions.propose(second, own.member)).toBe('OK')
    expect(await actions.propose(third, own.member)).toBe('PROJECTS_FULL')
    expect(await actions.propose(next, own.member)).toBe('OK')
  })

  it('stay two when two more are proposed at once', async () => {
    const second = await anotherProcess(world)
    await addProject(world, own.member, { state: 'running' })
    const [one, other] = [await drafted(), await drafted()]
    const codes = await Promise.all([
      world.refusal(own.member, proposeProject, { projectId: one.projectId }),
      second.refusal(own.member, proposeProject, { projectId: other.projectId }),
    ])
    expect(codes.sort()).toEqual(['OK', 'PROJECTS_FULL'])
    expect([await stateOf(one), await stateOf(other)].sort()).toEqual(['draft', 'proposed'])
    await second.close()
  })

  it('are counted once more when the branch decides', async () => {
    await addProject(world, own.member, { state: 'running' })
    const third = await addProject(world, own.member, { state: 'proposed' })
    const { kind: projectKind, ...words } = plan
    const submissionId = await addSubmitted(world, own.member, third.projectId, { kind: 'project', projectKind, ...words })
    await addProject(world, own.member, { state: 'accepted' })
    const items = [{ kind: 'submission' as const, submissionId }]
    expect(await world.refusal(own.secretary, decide, { items, decision: 'approved' })).toBe('PROJECTS_FULL')
    expect(await stateOf(third)).toBe('proposed')
  })

  it('are decided once by two officers at once, with one fact', async () => {
    const second = await anotherProcess(world)
    const { projectId } = await drafted()
    const { submissionId } = await world.succeed(own.member, proposeProject, { projectId })
    const input = { items: [{ kind: 'submission' as const, submissionId }], decision: 'approved' as const }
    const answers = await Promise.all([world.succeed(own.secretary, decide, input), second.succeed(own.organiser, decide, input)])
    expect(answers.map(({ decided }) => decided).sort()).toEqual([0, 1])
    const facts = await world.database.db.selectFrom('facts').select('kind').where('evidence_id', '=', projectId).execute()
    expect(facts).toEqual([{ kind: 'project-started' }])
    await second.close()
  })
})
