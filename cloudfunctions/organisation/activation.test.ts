import { addOrganisation, type Organisation, password } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { activate, addMember, changePassword, getMe, issueActivationCode, signIn } from './contract'
import { demoPassword } from './demo-sign-ins'

let world: World
let own: Organisation
let count = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const chosen = '从严从实 2026'
const fromElsewhere = () => ({ address: `203.0.113.${++count}` })

async function addNewcomer() {
  const login = `newcomer-${++count}`
  const added = await world.succeed(own.secretary, addMember, { unitId: own.branch, name: '新同志', standing: 'activist', login })
  return { login, ...added }
}

it('hands out a code, asks for it at the first sign-in, and takes the password chosen with it', async () => {
  const { login, activationCode, memberId } = await addNewcomer()
  expect(activationCode).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  expect(await world.refusal(null, signIn, { login, password: chosen })).toBe('ACTIVATION_REQUIRED')
  const { token, me } = await world.succeed(null, activate, { login, activationCode, password: chosen })
  expect(me.id).toBe(memberId)
  expect((await world.succeed({ token }, getMe, {})).id).toBe(memberId)
  expect(await world.refusal(null, signIn, { login, password: chosen })).toBe('OK')
})

it('reads the code as people type it back', async () => {
  const { login, activationCode } = await addNewcomer()
  const typed = ` ${activationCode.toLowerCase().replace('-', ' ')} `
  expect(await world.refusal(null, activate, { login, activationCode: typed, password: chosen })).toBe('OK')
})

it('takes a code once, also when it is sent twice at the same moment', async () => {
  const { login, activationCode } = await addNewcomer()
  const again = () => world.refusal(null, activate, { login, activationCode, password: chosen }, fromElsewhere())
  expect((await Promise.all([again(), again()])).sort()).toEqual(['ACTIVATION_INVALID', 'OK'])
  expect(await again()).toBe('ACTIVATION_INVALID')
})

it('takes a code for 14 days and not longer', async () => {
  const [inTime, tooLate] = [await addNewcomer(), await addNewcomer()]
  world.clock.advance({ days: 13, hours: 23, minutes: 59 })
  expect(await world.refusal(null, activate, { ...codeOf(inTime), password: chosen }, fromElsewhere())).toBe('OK')
  world.clock.advance({ minutes: 1 })
  expect(await world.refusal(null, activate, { ...codeOf(tooLate), password: chosen }, fromElsewhere())).toBe('ACTIVATION_INVALID')
})

const codeOf = ({ login, activationCode }: { login: string; activationCode: string }) => ({ login, activationCode })

it('refuses another’s code and an unknown name with the same words', async () => {
  const [one, other] = [await addNewcomer(), await addNewcomer()]
  const input = { activationCode: other.activationCode, password: chosen }
  const wrong = await world.call(null, activate, { login: one.login, ...input }, fromElsewhere())
  const unknown = await world.call(null, activate, { login: 'nobody-at-all', ...input }, fromElsewhere())
  expect(wrong).toEqual(unknown)
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'ACTIVATION_INVALID' } })
})

it('slows down guessing at a code', async () => {
  const { login, activationCode } = await addNewcomer()
  const guess = (code: string) => world.refusal(null, activate, { login, activationCode: code, password: chosen }, fromElsewhere())
  for (let number = 0; number < 10; number++) expect(await guess(`AAAAA-AAAA${number}`)).toBe('ACTIVATION_INVALID')
  expect(await guess(activationCode)).toBe('TOO_MANY_REQUESTS')
})

it('keeps no code in the clear', async () => {
  const { memberId, activationCode } = await addNewcomer()
  const row = await world.database.db
    .selectFrom('organisation_credentials')
    .selectAll()
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(activationCode)
  expect(JSON.stringify(row)).not.toContain(activationCode.replace('-', ''))
})

describe('a new code for someone who forgot their password', () => {
  it('ends the old password and every session, and the earlier code with it', async () => {
    const { login } = own.member
    const first = await world.succeed(own.secretary, issueActivationCode, { memberId: own.member.memberId })
    expect(await world.refusal(own.member, getMe, {})).toBe('NOT_SIGNED_IN')
    expect(await world.refusal(null, signIn, { login, password })).toBe('ACTIVATION_REQUIRED')
    const second = await world.succeed(own.secretary, issueActivationCode, { memberId: own.member.memberId })
    expect(await world.refusal(null, activate, { login, ...first, password: chosen }, fromElsewhere())).toBe('ACTIVATION_INVALID')
    expect(await world.refusal(null, activate, { login, ...second, password: chosen }, fromElsewhere())).toBe('OK')
  })

  it('is the administrator’s to give where the account may do more than the officer', async () => {
    const link = { org_id: own.orgId, unit_id: own.otherBranch, since: world.clock.now() }
    await world.database.db
      .insertInto('organisation_linked_branches')
      .values({ ...link, member_id: own.siblingMember.memberId })
      .execute()
    const post = { org_id: own.orgId, unit_id: own.committee, post: 'administrator' as const, since: world.clock.now() }
    await world.database.db
      .insertInto('organisation_posts')
      .values({ ...post, member_id: own.probationary.memberId })
      .execute()
    for (const { memberId } of [own.siblingMember, own.probationary]) {
      expect(await world.refusal(own.secretary, issueActivationCode, { memberId })).toBe('NOT_ALLOWED')
      expect(await world.refusal(own.administrator, issueActivationCode, { memberId })).toBe('OK')
    }
    expect(await world.refusal(own.secretary, issueActivationCode, { memberId: own.groupLeader.memberId })).toBe('OK')
    for (const { memberId } of [own.leader, own.administrator])
      expect(await world.refusal(own.committeeSecretary, issueActivationCode, { memberId })).toBe('NOT_ALLOWED')
  })

  it('is not given in the demo organisation, whose passwords are public', async () => {
    const demo = await addOrganisation(world, { demo: true })
    expect(await world.refusal(demo.secretary, issueActivationCode, { memberId: demo.member.memberId })).toBe('DEMO_ONLY')
  })
})

describe('the demo’s public password', () => {
  it('cannot be chosen in another organisation', async () => {
    const { login, activationCode } = await addNewcomer()
    const refused = await world.call(null, activate, { login, activationCode, password: demoPassword })
    expect(refused.body).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { password: expect.any(String) } } })
    expect(await world.refusal(null, activate, { login, activationCode, password: chosen })).toBe('OK')
    const changed = await world.call(own.member, changePassword, { current: password, next: demoPassword })
    expect(changed.body).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { next: expect.any(String) } } })
    expect(await world.refusal(null, signIn, { login: own.member.login, password })).toBe('OK')
  })

  it('opens nobody’s account in another organisation', async () => {
    expect(await world.refusal(null, signIn, { login: own.member.login, password: demoPassword })).toBe('WRONG_CREDENTIALS')
  })
})
