import { auditOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { addProject } from '../testing/project'
import { openWorld, type World } from '../testing/world'
import { projectStates } from './contract'
import { addPairing, endPairing, mostPairings, pairings } from './pairing-contract'
import { project } from './project-contract'

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

const place = { kind: 'place' as const, name: '西街社区', note: '每月走访一次' }
const begin = (more: Partial<typeof place> & { projectId?: string } = {}, as: Person = own.member) =>
  world.succeed(as, addPairing, { ...place, ...more })
const list = (as: Person, memberId = own.member.memberId) => world.succeed(as, pairings, { memberId })
const names = async (as: Person) => (await list(as)).pairings.map(({ name }) => name)

it('is empty at first, and says who may begin one', async () => {
  expect(await world.succeed(own.member, pairings, {})).toEqual({
    ...{ memberId: own.member.memberId, memberName: 'member', mine: true, mayAdd: true, pairings: [] },
  })
  expect(await list(own.secretary)).toMatchObject({ mine: false, mayAdd: false })
  expect(await world.succeed(own.colleague, pairings, {})).toMatchObject({ mine: true, mayAdd: false })
})

it('is begun and ended by whoever answers for it, and stays to be read by everybody', async () => {
  const { pairingId } = await begin()
  world.clock.advance({ minutes: 1 })
  await begin({ name: '东街社区', note: '' })
  expect(await names(own.otherMember)).toEqual(['西街社区', '东街社区'])
  await world.succeed(own.member, endPairing, { pairingId })
  expect(await list(own.colleague)).toMatchObject({
    pairings: [
      { name: '东街社区', endedAt: null, note: '' },
      { pairingId, ...place, since: '2026-03-02T09:00:00.000+08:00', endedAt: '2026-03-02T09:01:00.000+08:00', project: null },
    ],
  })
  expect((await auditOf(world, pairingId)).map(({ action }) => action)).toEqual(['showcase.addPairing', 'showcase.endPairing'])
})

it('earns nothing by itself', async () => {
  const { pairingId } = await begin()
  expect(await world.database.db.selectFrom('facts').select('kind').where('evidence_id', '=', pairingId).execute()).toEqual([])
})

it('ended again stays ended when it was', async () => {
  const { pairingId } = await begin()
  await world.succeed(own.member, endPairing, { pairingId })
  world.clock.advance({ minutes: 5 })
  await world.succeed(own.member, endPairing, { pairingId })
  expect((await list(own.member)).pairings).toMatchObject([{ endedAt: '2026-03-02T09:00:00.000+08:00' }])
  expect(await auditOf(world, pairingId)).toHaveLength(2)
})

it('serves a project, and is shown with it', async () => {
  const { projectId } = await addProject(world, own.member, { state: 'running' })
  const { pairingId } = await begin({ projectId })
  expect((await list(own.otherMember)).pairings).toMatchObject([{ project: { projectId, name: '一窗通办' } }])
  expect((await world.succeed(own.otherMember, project, { projectId })).pairings).toEqual([
    { pairingId, kind: 'place', name: '西街社区', endedAt: null },
  ])
})

it.each(projectStates.filter((state) => state !== 'running'))('serves no project that is %s', async (state) => {
  const { projectId } = await addProject(world, own.member, { state })
  expect(await world.refusal(own.member, addPairing, { ...place, projectId })).toBe('PROJECT_NOT_RUNNING')
})

it('serves no project of somebody else, and none of another organisation', async () => {
  const { projectId } = await addProject(world, own.siblingMember, { state: 'running' })
  expect(await world.refusal(own.member, addPairing, { ...place, projectId })).toBe('NOT_ALLOWED')
  const other = await addOrganisation(world)
  const elsewhere = await addProject(world, other.member, { state: 'running' })
  expect(await world.refusal(own.member, addPairing, { ...place, projectId: elsewhere.projectId })).toBe('NOT_FOUND')
})

it('is ended by nobody else, and not found from another organisation', async () => {
  const { pairingId } = await begin()
  for (const person of [own.secretary, own.administrator, own.siblingMember])
    expect(await world.refusal(person, endPairing, { pairingId })).toBe('NOT_ALLOWED')
  const other = await addOrganisation(world)
  expect(await world.refusal(other.member, endPairing, { pairingId })).toBe('NOT_FOUND')
  expect(await world.refusal(other.member, pairings, { memberId: own.member.memberId })).toBe('NOT_FOUND')
  expect((await list(own.member)).pairings).toMatchObject([{ endedAt: null }])
})

it('is for members of the Party', async () => {
  expect(await world.refusal(own.activist, addPairing, place)).toBe('PARTY_MEMBERS_ONLY')
  expect(await world.refusal(own.probationary, addPairing, place)).toBe('OK')
})

it(`goes on for at most ${mostPairings} at a time, ended ones aside, also when two begin at once`, async () => {
  const { pairingId } = await begin()
  await world.succeed(own.member, endPairing, { pairingId })
  for (let count = 1; count < mostPairings; count++) await begin({ name: `第 ${count} 户` })
  const second = await anotherProcess(world)
  const codes = await Promise.all([world.refusal(own.member, addPairing, place), second.refusal(own.member, addPairing, place)])
  expect(codes.sort()).toEqual(['OK', 'PAIRINGS_FULL'])
  expect((await list(own.member)).pairings.filter(({ endedAt }) => !endedAt)).toHaveLength(mostPairings)
  await second.close()
})
