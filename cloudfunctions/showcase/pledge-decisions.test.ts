import { decide } from '../approvals/contract'
import { eraseMyData } from '../organisation/contract'
import { addOrganisation, addPerson, type Organisation, type Person, password } from '../testing/organisation'
import { addPledge, promise } from '../testing/pledge'
import { pledgeFacts } from '../testing/pledge-records'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { revoke, takeBack } from './contract'
import * as pledges from './pledge-contract'

// What a password costs is not the question here.
jest.mock('../organisation/password', () => ({
  hashPassword: async (password: string) => password,
  isPassword: async (password: string, hash: string | null) => password === hash,
}))

/** Two processes on the same tables; on PostgreSQL their statements really overlap. */
let world: World
let second: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
  second = await anotherProcess(world)
})
afterAll(async () => {
  await second.close()
  await world.close()
})
beforeEach(async () => {
  own = await addOrganisation(world)
})

async function proposed(owner: Person = own.member) {
  const pledgeId = await addPledge(world, owner, { state: 'draft' })
  const { submissionId } = await world.succeed(owner, pledges.proposePledge, { pledgeId })
  return { pledgeId, submissionId }
}
const approval = (submissionId: string) => ({ items: [{ kind: 'submission' as const, submissionId }], decision: 'approved' as const })
const refusalFor = (submissionId: string) => ({ ...approval(submissionId), decision: 'returned' as const, reason: '请写明数量' })
const stateOf = async (pledgeId: string) => (await world.succeed(own.member, pledges.pledge, { pledgeId })).state
const versionsOf = async (pledgeId: string) => (await world.succeed(own.member, pledges.pledge, { pledgeId })).versions.length

describe('two officers at once', () => {
  it('publish a pledge once: one version, one fact, one says it was decided before', async () => {
    const { pledgeId, submissionId } = await proposed()
    const answers = await Promise.all([
      world.succeed(own.secretary, decide, approval(submissionId)),
      second.succeed(own.organiser, decide, approval(submissionId)),
    ])
    expect(answers.map(({ decided }) => decided).sort()).toEqual([0, 1])
    expect(await versionsOf(pledgeId)).toBe(1)
    expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-published/service'])
  })

  it('who disagree decide it once: what the first said stands', async () => {
    const { pledgeId, submissionId } = await proposed()
    const [yes, no] = await Promise.all([
      world.succeed(own.secretary, decide, approval(submissionId)),
      second.succeed(own.organiser, decide, refusalFor(submissionId)),
    ])
    expect(yes.decided + no.decided).toBe(1)
    expect(await stateOf(pledgeId)).toBe(yes.decided ? 'published' : 'draft')
    expect(await pledgeFacts(world, pledgeId)).toEqual(yes.decided ? ['pledge-published/service'] : [])
  })
})

it('is decided or taken back, never both', async () => {
  const { pledgeId, submissionId } = await proposed()
  const [decided, taken] = await Promise.all([
    world.succeed(own.secretary, decide, approval(submissionId)),
    second.refusal(own.member, takeBack, { submissionId }),
  ])
  expect(taken === 'OK').toBe(decided.decided === 0)
  expect(await stateOf(pledgeId)).toBe(taken === 'OK' ? 'draft' : 'published')
})

describe('a double tap', () => {
  it('proposes once', async () => {
    const pledgeId = await addPledge(world, own.member, { state: 'draft' })
    const codes = await Promise.all([
      world.refusal(own.member, pledges.proposePledge, { pledgeId }),
      second.refusal(own.member, pledges.proposePledge, { pledgeId }),
    ])
    expect(codes.sort()).toEqual(['NOT_A_DRAFT', 'OK'])
    const { submissions } = await world.succeed(own.member, pledges.pledge, { pledgeId })
    expect(submissions).toHaveLength(1)
  })

  it('reports one outcome, and undoes an approval once', async () => {
    const pledgeId = await addPledge(world, own.member)
    const input = { pledgeId, outcome: 'broken' as const, text: '未能完成', evidence: [] }
    const codes = await Promise.all([
      world.refusal(own.member, pledges.reportOutcome, input),
      second.refusal(own.member, pledges.reportOutcome, input),
    ])
    expect(codes.sort()).toEqual(['ALREADY_WAITING', 'OK'])
    const [{ submissionId = '' } = {}] = (await world.succeed(own.member, pledges.pledge, { pledgeId })).submissions
    await world.succeed(own.secretary, decide, approval(submissionId))
    const undone = await Promise.all([
      world.refusal(own.secretary, revoke, { submissionId, reason: '数据有误' }),
      second.refusal(own.organiser, revoke, { submissionId, reason: '数据有误' }),
    ])
    expect(undone.sort()).toEqual(['NOTHING_TO_REVOKE', 'OK'])
    expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-broken/service', '-pledge-broken/service'])
  })

  it('writes no thirteenth pledge', async () => {
    for (let count = 2; count < pledges.mostPledges + 1; count++) await addPledge(world, own.member, { state: 'draft' })
    const codes = await Promise.all(
      [world, second, world, second].map((each) => each.refusal(own.member, pledges.draftPledge, { year: 2026, ...promise })),
    )
    expect(codes.sort()).toEqual(['OK', 'PLEDGES_FULL', 'PLEDGES_FULL', 'PLEDGES_FULL'])
  })
})

describe("an officer's own pledge", () => {
  it('is decided by another officer of the branch', async () => {
    const { pledgeId, submissionId } = await proposed(own.secretary)
    expect(await world.succeed(own.secretary, pledges.pledge, { pledgeId })).toMatchObject({ mine: true, mayDecide: false })
    expect(await world.refusal(own.secretary, decide, approval(submissionId))).toBe('OWN_SUBMISSION')
    expect(await world.succeed(own.organiser, pledges.pledge, { pledgeId })).toMatchObject({ mine: false, mayDecide: true })
    expect(await world.succeed(own.organiser, decide, approval(submissionId))).toEqual({ decided: 1, already: 0 })
  })

  it('is decided by themselves where they are the only one', async () => {
    const { pledgeId, submissionId } = await proposed(own.otherSecretary)
    expect(await world.succeed(own.otherSecretary, pledges.pledge, { pledgeId })).toMatchObject({ mine: true, mayDecide: true })
    expect(await world.succeed(own.otherSecretary, decide, approval(submissionId))).toEqual({ decided: 1, already: 0 })
  })
})

it('follows its owner to another branch: what they put before the branch then is decided there', async () => {
  const pledgeId = await addPledge(world, own.member)
  await world.database.db
    .updateTable('organisation_members')
    .set({ unit_id: own.otherBranch, group_id: null })
    .where('member_id', '=', own.member.memberId)
    .execute()
  const input = { pledgeId, outcome: 'broken' as const, text: '未能完成', evidence: [] }
  const { submissionId } = await world.succeed(own.member, pledges.reportOutcome, input)
  expect(await world.refusal(own.secretary, decide, approval(submissionId))).toBe('NOT_ALLOWED')
  expect(await world.succeed(own.secretary, pledges.pledge, { pledgeId })).toMatchObject({ mayDecide: false, submissions: [] })
  expect(await world.succeed(own.otherSecretary, pledges.pledge, { pledgeId })).toMatchObject({
    mayDecide: true,
    waiting: 'pledge-outcome',
  })
  expect(await world.succeed(own.otherSecretary, decide, approval(submissionId))).toEqual({ decided: 1, already: 0 })
})

it('is not found from another organisation, whatever is done to it', async () => {
  const other = await addOrganisation(world)
  const pledgeId = await addPledge(world, own.member)
  const draft = { pledgeId: await addPledge(world, own.member, { state: 'draft' }) }
  const before = await snapshot(world.database.db)
  const link = { kind: 'link' as const, url: 'https://sanliang.test', title: '通报' }
  const codes = [
    await world.refusal(other.member, pledges.draftPledge, { ...draft, year: 2026, ...promise }),
    await world.refusal(other.member, pledges.discardPledge, draft),
    await world.refusal(other.member, pledges.proposePledge, draft),
    await world.refusal(other.member, pledges.revisePledge, { pledgeId, ...promise, reason: '窗口合并' }),
    await world.refusal(other.member, pledges.notePledge, { pledgeId, text: '完成', progress: 100, evidence: [] }),
    await world.refusal(other.member, pledges.reportOutcome, { pledgeId, outcome: 'kept', text: '完成', evidence: [link] }),
    await world.refusal(other.secretary, pledges.pledge, { pledgeId }),
    await world.refusal(other.secretary, pledges.pledges, { memberId: own.member.memberId }),
  ]
  expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']))
  expect(await snapshot(world.database.db)).toEqual(before)
})

it('is found nowhere once its owner is erased, and nobody is asked to decide on it', async () => {
  const leaving = await addPerson(world, { orgId: own.orgId, units: own, name: '欧阳慎独', login: 'leaving', home: 'branch' })
  const { pledgeId, submissionId } = await proposed(leaving)
  const published = await addPledge(world, leaving)
  await world.succeed(leaving, eraseMyData, { password })
  for (const each of [pledgeId, published]) expect(await world.refusal(own.secretary, pledges.pledge, { pledgeId: each })).toBe('NOT_FOUND')
  expect(await world.refusal(own.secretary, pledges.pledges, { memberId: leaving.memberId })).toBe('NOT_FOUND')
  expect(await world.refusal(own.secretary, decide, approval(submissionId))).toBe('NOT_FOUND')
})

it('leaves nothing behind where its owner is erased while they write', async () => {
  const leaving = await addPerson(world, { orgId: own.orgId, units: own, name: '欧阳慎独', login: 'writing', home: 'branch' })
  const draft = () => second.refusal(leaving, pledges.draftPledge, { year: 2026, ...promise })
  const [erased, ...codes] = await Promise.all([world.refusal(leaving, eraseMyData, { password }), ...Array.from({ length: 6 }, draft)])
  expect(erased).toBe('OK')
  for (const code of codes) expect(['OK', 'NOT_FOUND', 'NOT_SIGNED_IN']).toContain(code)
  const left = await world.database.db.selectFrom('showcase_pledges').selectAll().where('member_id', '=', leaving.memberId).execute()
  expect(left).toEqual([])
})

it('leaves no words of a draft in the trail, which the administrator reads', async () => {
  const { pledgeId } = await world.succeed(own.member, pledges.draftPledge, { year: 2026, ...promise })
  const { submissionId } = await world.succeed(own.member, pledges.proposePledge, { pledgeId })
  const trail = await world.database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', pledgeId).execute()
  expect(trail.map(({ action }) => action).sort()).toEqual(['showcase.draftPledge', 'showcase.proposePledge'])
  expect(trail.map(({ detail }) => detail)).toEqual(expect.arrayContaining([{ year: 2026 }, { submissionId }]))
})
