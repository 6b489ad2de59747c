import { addOrganisation, addPerson, type Organisation, password } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { changePassword, eraseMyData, getMe, signIn } from './contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

/** Another address each time, so that one test's failures do not slow another. */
let addresses = 0
const fromElsewhere = () => ({ address: `198.51.100.${++addresses}` })
const tryToSignIn = (login: string, guess: string, from = fromElsewhere()) => world.refusal(null, signIn, { login, password: guess }, from)
const newcomer = (name: string) => addPerson(world, { orgId: own.orgId, units: own, name, home: 'branch' })

it('signs in with the right password, and the session works at once', async () => {
  const { token, me } = await world.succeed(null, signIn, { login: own.member.login, password })
  expect(me).toMatchObject({ id: own.member.memberId, unitId: own.branch, groupId: own.group, organisationName: '测试机关', demo: false })
  expect(await world.succeed({ token }, getMe, {})).toEqual(me)
})

it('takes the sign-in name in capitals and with spaces around it', async () => {
  expect(await tryToSignIn(` ${own.member.login.toUpperCase()} `, password)).toBe('OK')
})

it('refuses a wrong password and an unknown name with the same words', async () => {
  const wrong = await world.call(null, signIn, { login: own.member.login, password: 'wrong' }, fromElsewhere())
  const unknown = await world.call(null, signIn, { login: 'nobody-at-all', password: 'wrong' }, fromElsewhere())
  expect(wrong).toEqual(unknown)
  expect(wrong.status).toBe(422)
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } })
})

it('spends as long on an unknown name as on a wrong password', async () => {
  const timed = async (login: string) => {
    const start = process.cpuUsage()
    await tryToSignIn(login, 'wrong')
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const known = [await timed(own.member.login), await timed(own.member.login), await timed(own.member.login)]
  const unknown = [await timed('nobody-1'), await timed('nobody-2'), await timed('nobody-3')]
  // Without the same work for nobody, the ratio is well below a tenth.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
})

it('keeps no password in the clear', async () => {
  const row = await world.database.db
    .selectFrom('organisation_credentials')
    .select('password_hash')
    .where('member_id', '=', own.member.memberId)
    .executeTakeFirstOrThrow()
  expect(row.password_hash).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/)
})

it('slows down guessing at one name from any address, also with the right password, until a quarter of an hour is over', async () => {
  const { login } = await newcomer('guessed')
  for (let guess = 0; guess < 10; guess++) expect(await tryToSignIn(login, `wrong ${guess}`)).toBe('WRONG_CREDENTIALS')
  expect(await tryToSignIn(login, password)).toBe('TOO_MANY_REQUESTS')
  world.clock.advance({ minutes: 14, seconds: 59 })
  expect(await tryToSignIn(login, password)).toBe('TOO_MANY_REQUESTS')
  world.clock.advance({ seconds: 1 })
  expect(await tryToSignIn(login, password)).toBe('OK')
})

it('lets no more guesses through when they arrive at the same moment', async () => {
  const { login } = await newcomer('stormed')
  const codes = await Promise.all(Array.from({ length: 30 }, (_, guess) => tryToSignIn(login, `wrong ${guess}`)))
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10)
  expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(20)
})

it('forgets the failures of a name after a success', async () => {
  const { login } = await newcomer('forgetful')
  for (let round = 0; round < 2; round++) {
    for (let guess = 0; guess < 9; guess++) expect(await tryToSignIn(login, 'wrong')).toBe('WRONG_CREDENTIALS')
    expect(await tryToSignIn(login, password)).toBe('OK')
  }
})

/** The counters that came into being during `work`: of one address, and of names. */
async function countersMadeBy(work: () => Promise<unknown>) {
  const list = () => world.database.db.selectFrom('directory_throttles').selectAll().execute()
  const before = new Set((await list()).map((row) => row.subject))
  await work()
  return (await list()).filter((row) => !before.has(row.subject))
}

it('slows down one address that tries many names, and nobody else', async () => {
  const from = fromElsewhere()
  const counters = await countersMadeBy(() => tryToSignIn('first-of-many', 'wrong', from))
  const subjects = counters.map((row) => row.subject)
  await world.database.db.updateTable('directory_throttles').set({ failures: 99 }).where('subject', 'in', subjects).execute()
  expect(await tryToSignIn('hundredth', 'wrong', from)).toBe('WRONG_CREDENTIALS')
  expect(await tryToSignIn(own.member.login, password, from)).toBe('TOO_MANY_REQUESTS')
  expect(await tryToSignIn(own.member.login, password)).toBe('OK')
})

it('does not count a hall of people who sign in rightly from one address', async () => {
  const from = fromElsewhere()
  const counters = await countersMadeBy(async () => {
    for (const person of [own.secretary, own.member, own.colleague]) expect(await tryToSignIn(person.login, password, from)).toBe('OK')
  })
  expect(counters).toHaveLength(1)
  expect(counters[0]?.failures).toBe(0)
})

it('slows down guessing at one’s own password from inside, for a change and for an erasure together', async () => {
  for (let guess = 0; guess < 5; guess++) {
    expect(await world.refusal(own.activist, changePassword, { current: 'wrong', next: 'long enough' }, fromElsewhere())).toBe(
      'WRONG_CREDENTIALS',
    )
    expect(await world.refusal(own.activist, eraseMyData, { password: 'wrong' }, fromElsewhere())).toBe('WRONG_CREDENTIALS')
  }
  expect(await world.refusal(own.activist, changePassword, { current: password, next: 'long enough' })).toBe('TOO_MANY_REQUESTS')
})

it('writes down who signed in on which device, and never a password', async () => {
  await world.succeed(null, signIn, { login: own.inspector.login, password }, { device: 'iPhone' })
  const entries = await world.database.db.selectFrom('audit_entries').selectAll().where('actor_id', '=', own.inspector.memberId).execute()
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ action: 'organisation.signIn', subject_id: own.inspector.memberId, detail: { device: 'iPhone' } })
})
