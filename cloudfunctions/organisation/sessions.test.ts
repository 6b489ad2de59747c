import { addOrganisation, type Organisation, password, signIn as startSession } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { changePassword, endSession, getMe, sessions, signIn, signOut, welcome } from './contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const next = '从严从实 2026'
const isSignedIn = async (session: { token: string }) => (await world.refusal(session, getMe, {})) === 'OK'

it('ends with signing out, at once and only there', async () => {
  const phone = await startSession(world, own.member)
  await world.succeed(phone, signOut, {})
  expect(await isSignedIn(phone)).toBe(false)
  expect(await isSignedIn(own.member)).toBe(true)
})

it('lists my devices, the latest first, and which of them this is', async () => {
  world.clock.advance({ hours: 1 })
  const { token } = await world.succeed(null, signIn, { login: own.member.login, password }, { device: 'iPhone' })
  const { sessions: listed } = await world.succeed({ token }, sessions, {})
  expect(listed.map(({ device, current }) => ({ device, current }))).toEqual([
    { device: 'iPhone', current: true },
    { device: '测试手机', current: false },
  ])
  expect(listed[1]?.sessionId).toBe(own.member.sessionId)
})

it('ends another of my sessions, once', async () => {
  const phone = await startSession(world, own.member)
  await world.succeed(own.member, endSession, { sessionId: phone.sessionId })
  expect(await isSignedIn(phone)).toBe(false)
  expect(await world.refusal(own.member, endSession, { sessionId: phone.sessionId })).toBe('NOT_FOUND')
})

it('never ends somebody else’s session', async () => {
  expect(await world.refusal(own.administrator, endSession, { sessionId: own.member.sessionId })).toBe('NOT_FOUND')
  expect(await isSignedIn(own.member)).toBe(true)
})

it('runs for 180 days and not longer, and is not listed afterwards', async () => {
  const phone = await startSession(world, own.colleague)
  world.clock.advance({ days: 179, hours: 23 })
  expect(await isSignedIn(phone)).toBe(true)
  world.clock.advance({ hours: 1 })
  expect(await isSignedIn(phone)).toBe(false)
  const fresh = await startSession(world, own.colleague)
  const { sessions: listed } = await world.succeed(fresh, sessions, {})
  expect(listed.map(({ sessionId }) => sessionId)).toEqual([fresh.sessionId])
})

it('is known to the database by its hash alone', async () => {
  const rows = await world.database.db.selectFrom('sessions').selectAll().where('org_id', '=', own.orgId).execute()
  const secret = own.member.token.slice(own.orgId.length + 1)
  expect(rows.length).toBeGreaterThan(10)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

describe('changing one’s password', () => {
  it('keeps this session, ends the others, and takes the new one from now on', async () => {
    const phone = await startSession(world, own.member)
    await world.succeed(own.member, changePassword, { current: password, next })
    expect(await isSignedIn(own.member)).toBe(true)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await world.refusal(null, signIn, { login: own.member.login, password })).toBe('WRONG_CREDENTIALS')
    expect(await world.refusal(null, signIn, { login: own.member.login, password: next })).toBe('OK')
  })

  it('needs the present one, and changes nothing without it', async () => {
    const phone = await startSession(world, own.member)
    expect(await world.refusal(own.member, changePassword, { current: 'wrong', next })).toBe('WRONG_CREDENTIALS')
    expect(await isSignedIn(phone)).toBe(true)
    expect(await world.refusal(null, signIn, { login: own.member.login, password })).toBe('OK')
  })

  it('is not possible in the demo organisation', async () => {
    const demo = await addOrganisation(world, { demo: true })
    expect(await world.refusal(demo.member, changePassword, { current: password, next })).toBe('DEMO_ONLY')
    expect(await world.refusal(null, signIn, { login: demo.member.login, password })).toBe('OK')
  })
})

it('welcomes without a demo unless there is a demo organisation', async () => {
  await world.database.db.updateTable('organisations').set({ demo: false }).execute()
  expect(await world.succeed(null, welcome, {})).toEqual({ demo: null })
  await addOrganisation(world, { demo: true })
  const { demo } = await world.succeed(null, welcome, {})
  expect(demo).toMatchObject({ organisationName: '测试机关', password: expect.any(String) })
  expect(demo?.logins.length).toBeGreaterThan(3)
})
