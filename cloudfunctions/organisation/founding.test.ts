import { addOrganisation } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { activate, addMember, addUnit, auditTrail, changePassword, members, signIn, units, welcome } from './contract'
import { demoPassword } from './demo-sign-ins'
import { foundOrganisation } from './founding-queries'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const found = (login: string) =>
  world.database.transact((db) =>
    foundOrganisation(db, { name: '云山县水务局', administrator: { name: '江涛', login } }, world.clock.now()),
  )
const password = '从严从实 2026'

async function foundAndActivate(login: string) {
  const founded = await found(login)
  if (!founded) throw new Error(`${login} is taken`)
  return world.succeed(null, activate, { login, activationCode: founded.activationCode, password })
}

it('makes an administrator who signs in with the code and sets up everything else', async () => {
  const administrator = await foundAndActivate('jiangtao')
  expect(administrator.me).toMatchObject({
    name: '江涛',
    organisationName: '云山县水务局',
    demo: false,
    posts: [{ post: 'administrator' }],
  })
  const { units: tree } = await world.succeed(administrator, units, {})
  expect(tree).toMatchObject([{ kind: 'committee', name: '党委', parentId: null }])
  const branch = { kind: 'branch' as const, name: '第一党支部', parentId: administrator.me.unitId }
  const { unitId } = await world.succeed(administrator, addUnit, branch)
  await world.succeed(administrator, addMember, { unitId, name: '何清', standing: 'full', login: 'heqing' })
  expect((await world.succeed(administrator, members, { unitId })).members).toMatchObject([{ name: '何清', activated: false }])
})

it('begins the audit trail', async () => {
  const administrator = await foundAndActivate('audited')
  const { entries } = await world.succeed(administrator, auditTrail, {})
  expect(entries.at(-1)).toMatchObject({ action: 'organisation.found', actorName: null, subjectName: '江涛' })
})

it('is no demo: its passwords are its own', async () => {
  const administrator = await foundAndActivate('nodemo')
  expect(await world.refusal(administrator, changePassword, { current: password, next: demoPassword })).toBe('INVALID_INPUT')
  expect(await world.refusal(administrator, changePassword, { current: password, next: '求真务实 2026' })).toBe('OK')
  expect((await world.succeed(null, welcome, {})).demo).toBeNull()
})

it('stands beside other organisations without touching them', async () => {
  const other = await addOrganisation(world)
  const administrator = await foundAndActivate('neighbour')
  expect(await world.refusal(administrator, members, { unitId: other.branch })).toBe('NOT_FOUND')
})

it('writes nothing where the sign-in name is taken, in whichever organisation', async () => {
  const { member } = await addOrganisation(world)
  const before = await snapshot(world.database.db)
  expect(await found(member.login)).toBeNull()
  expect(await snapshot(world.database.db)).toEqual(before)
})

it('asks for the code at the first sign-in', async () => {
  await found('patient')
  expect(await world.refusal(null, signIn, { login: 'patient', password })).toBe('ACTIVATION_REQUIRED')
})
