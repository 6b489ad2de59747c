import { attendance, checkIn, close, code, mine, open } from '../meetings/contract'
import { activate, changePassword, eraseMyData, members, signIn, welcome } from '../organisation/contract'
import { demoLogins, demoPassword } from '../organisation/demo-sign-ins'
import { openTestDatabase } from '../testing/database'
import { addOrganisation } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { seedDemoOnce } from './index'

let world: World
beforeAll(async () => {
  world = await openWorld()
  expect(await seedDemoOnce(world.database, world.clock.now())).toBe('seeded')
})
afterAll(() => world.close())

let addresses = 0
const enter = (login: string, password = demoPassword) =>
  world.succeed(null, signIn, { login, password }, { address: `198.51.100.${++addresses}` })

it('lets in everyone whom the sign-in page offers, with the password it shows', async () => {
  const { demo } = await world.succeed(null, welcome, {})
  expect(demo).toEqual({ organisationName: '云山县税务局', password: demoPassword, logins: demoLogins })
  for (const { login } of demoLogins) expect((await enter(login)).me.demo).toBe(true)
})

it('has no way out of the demo: no other password, no erasure, no activation', async () => {
  const visitor = await enter('member2')
  expect(await world.refusal(visitor, changePassword, { current: demoPassword, next: 'my own password' })).toBe('DEMO_ONLY')
  expect(await world.refusal(visitor, eraseMyData, { password: demoPassword })).toBe('DEMO_ONLY')
  const input = { login: 'member2', activationCode: '22222-22222', password: 'my own password' }
  expect(await world.refusal(null, activate, input)).toBe('ACTIVATION_INVALID')
  expect(await world.refusal(null, signIn, { login: 'member2', password: 'my own password' })).toBe('WRONG_CREDENTIALS')
})

it('opens with its password nobody’s account in a real organisation beside it', async () => {
  const real = await addOrganisation(world)
  expect(await world.refusal(null, signIn, { login: real.member.login, password: demoPassword })).toBe('WRONG_CREDENTIALS')
  const visitor = await enter('admin')
  expect(await world.refusal(visitor, members, { unitId: real.branch })).toBe('NOT_FOUND')
})

it('can be checked into at once, and closed with a quorum that is right', async () => {
  const [secretary, member] = [await enter('secretary1'), await enter('member1')]
  const { upcoming } = await world.succeed(secretary, mine, {})
  const { meetingId } = upcoming.find(({ kind }) => kind === 'assembly') ?? { meetingId: '' }
  await world.succeed(secretary, open, { meetingId })
  const { codes } = await world.succeed(secretary, code, { meetingId })
  expect(await world.succeed(member, checkIn, { code: codes[0]?.code ?? '' })).toMatchObject({ state: 'present', name: member.me.name })
  const before = await world.succeed(secretary, attendance, { meetingId })
  expect(before).toMatchObject({ expected: 23, entitled: 21, present: 1, invited: 5, quorum: { needed: 11, have: 1, met: false } })
  await world.succeed(secretary, close, { meetingId })
  expect(await world.succeed(secretary, attendance, { meetingId })).toMatchObject({ present: 1, absent: 22 })
})

describe('a start on data that are there already', () => {
  it('changes nothing as long as the meetings of today are to come', async () => {
    const database = await openTestDatabase()
    expect(await seedDemoOnce(database, world.clock.now())).toBe('seeded')
    const before = await snapshot(database.db)
    expect(await seedDemoOnce(database, world.clock.now())).toBe('refreshed')
    expect(await snapshot(database.db)).toEqual(before)
    await database.close()
  })

  it('brings a new meeting for each branch whose last one is over, once', async () => {
    const database = await openTestDatabase()
    const now = world.clock.now()
    await seedDemoOnce(database, now)
    const count = async () => (await database.db.selectFrom('meetings').select('meeting_id').execute()).length
    const before = await count()
    const tomorrow = new Date(now.getTime() + 86_400_000)
    await seedDemoOnce(database, tomorrow)
    expect(await count()).toBe(before + 6)
    await seedDemoOnce(database, tomorrow)
    expect(await count()).toBe(before + 6)
    await database.close()
  })

  it('leaves a real organisation’s database alone', async () => {
    const real = await openWorld()
    await addOrganisation(real)
    const before = await snapshot(real.database.db)
    expect(await seedDemoOnce(real.database, real.clock.now())).toBe('not-a-demo')
    expect(await snapshot(real.database.db)).toEqual(before)
    await real.close()
  })

  it('seeds once when two processes start at the same moment', async () => {
    const first = await openWorld()
    const second = await anotherProcess(first)
    const now = first.clock.now()
    const done = await Promise.all([seedDemoOnce(first.database, now), seedDemoOnce(second.database, now)])
    expect(done.sort()).toEqual(['refreshed', 'seeded'])
    const logins = await first.database.db.selectFrom('directory_sign_in_names').select('login').execute()
    expect(new Set(logins.map(({ login }) => login)).size).toBe(logins.length)
    const { me } = await first.succeed(null, signIn, { login: 'admin', password: demoPassword })
    expect(me.demo).toBe(true)
    await second.close()
    await first.close()
  })
})
