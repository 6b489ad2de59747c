import { toMoment } from '../kernel/clock'
import { addOrganisation, type Organisation, type Person, password } from '../testing/organisation'
import { phoneKey } from '../testing/wechat'
import { openWorld, type World } from '../testing/world'
import { auditTrail, eraseMyData, getMe, issueActivationCode, signIn } from './contract'
import { setPhone } from './phone-queries'
import { bindByPhone, bindWechat, signInByWechat, unbindWechat, wechatBinding } from './wechat-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

let count = 0
/** The phone of somebody new: an account of WeChat and an address nobody has used. */
const newPhone = () => ({ openid: `openid-${++count}`, address: `198.51.100.${count}` })
const newNumber = () => `137${String(++count).padStart(8, '0')}`
const give = (person: Person, number: string) => world.database.transact((db) => setPhone(db, phoneKey, person, number))

/** Somebody on the roster with a number. */
async function registered(person: Person = own.member) {
  const number = newNumber()
  await give(person, number)
  return { person, number, phone: newPhone() }
}

describe('outside WeChat', () => {
  it('nobody signs in or binds by WeChat', async () => {
    const { number } = await registered()
    expect(await world.refusal(null, signInByWechat, {})).toBe('WECHAT_ONLY')
    expect(await world.refusal(null, bindByPhone, { code: number })).toBe('WECHAT_ONLY')
    expect(await world.refusal(own.member, bindWechat, {})).toBe('WECHAT_ONLY')
  })

  it('an openid in the input is none: it is refused with everything else that does not belong there', async () => {
    const { person, phone } = await registered()
    await world.succeed(person, bindWechat, {}, phone)
    const forged = await world.answer(null, signInByWechat.name, { openid: phone.openid })
    expect(forged.body).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})

describe('the number on the roster', () => {
  it('binds the account that WeChat confirms it for, signs in, and from then on one tap is enough', async () => {
    const { person, number, phone } = await registered()
    expect(await world.refusal(null, signInByWechat, {}, phone)).toBe('NOT_BOUND')
    const first = await world.succeed(null, bindByPhone, { code: number }, phone)
    expect(first.me.id).toBe(person.memberId)
    const { token, me } = await world.succeed(null, signInByWechat, {}, phone)
    expect(me).toEqual(first.me)
    expect(await world.succeed({ token }, getMe, {})).toEqual(me)
  })

  it('lets somebody in who has never had a password', async () => {
    const { number, phone } = await registered(own.activist)
    await world.succeed(own.secretary, issueActivationCode, { memberId: own.activist.memberId })
    expect(await world.refusal(null, bindByPhone, { code: number }, phone)).toBe('OK')
  })

  it('opens nothing to a number that is not on it, or is no mainland one', async () => {
    expect(await world.refusal(null, bindByPhone, { code: newNumber() }, newPhone())).toBe('PHONE_UNKNOWN')
    expect(await world.refusal(null, bindByPhone, { code: '852-91234567' }, newPhone())).toBe('PHONE_UNKNOWN')
  })

  it('leads nowhere where it stands on two rosters, and to the one where the other is a demo', async () => {
    const { person, number, phone } = await registered()
    const demo = await addOrganisation(world, { demo: true })
    await give(demo.member, number)
    expect((await world.succeed(null, bindByPhone, { code: number }, phone)).me.id).toBe(person.memberId)
    const other = await addOrganisation(world)
    await give(other.member, number)
    expect(await world.refusal(null, bindByPhone, { code: number }, phone)).toBe('PHONE_AMBIGUOUS')
    expect(await world.refusal(null, signInByWechat, {}, phone)).toBe('OK')
  })

  it.each([
    ['used', 'PHONE_UNCONFIRMED'],
    ['busy', 'WECHAT_SILENT'],
  ])('is not known where the code is %s', async (code, refusal) => {
    expect(await world.refusal(null, bindByPhone, { code }, newPhone())).toBe(refusal)
  })

  it('tells the operator where the function may not ask for it', async () => {
    expect(await world.refusal(null, bindByPhone, { code: 'forbidden' }, newPhone())).toBe('INTERNAL')
    expect(world.log.pop()).toContain('api unauthorized')
  })

  it('is tried ten times, then not for a quarter of an hour, whatever the address', async () => {
    const { number, phone } = await registered()
    const tryOnce = (code: string) => world.refusal(null, bindByPhone, { code }, { ...newPhone(), openid: phone.openid })
    for (let guess = 0; guess < 10; guess++) expect(await tryOnce(newNumber())).toBe('PHONE_UNKNOWN')
    expect(await tryOnce(number)).toBe('TOO_MANY_REQUESTS')
    world.clock.advance({ minutes: 15 })
    expect(await tryOnce(number)).toBe('OK')
  })
})

describe('a session', () => {
  it('binds the account it is used in', async () => {
    const phone = newPhone()
    const { token } = await world.succeed(null, signIn, { login: own.member.login, password }, phone)
    expect(await world.refusal({ token }, bindWechat, {}, phone)).toBe('OK')
    expect((await world.succeed(null, signInByWechat, {}, phone)).me.id).toBe(own.member.memberId)
  })

  it('of the demo binds nothing: its accounts are everybody’s', async () => {
    const demo = await addOrganisation(world, { demo: true })
    expect(await world.refusal(demo.member, bindWechat, {}, newPhone())).toBe('DEMO_ONLY')
  })

  it('moves an account that was somebody else’s, and both trails say so without naming it', async () => {
    const other = await addOrganisation(world)
    const phone = newPhone()
    await world.succeed(other.member, bindWechat, {}, phone)
    await world.succeed(own.member, bindWechat, {}, phone)
    expect((await world.succeed(null, signInByWechat, {}, phone)).me.id).toBe(own.member.memberId)
    expect(await world.succeed(other.member, wechatBinding, {})).toMatchObject({ boundAt: null })
    const theirs = await world.succeed(other.administrator, auditTrail, {})
    expect(theirs.entries[0]).toMatchObject({ action: 'organisation.bindWechat', actorName: null, detail: { unbound: true } })
    const mine = await world.succeed(own.administrator, auditTrail, {})
    expect(JSON.stringify([theirs, mine])).not.toContain(phone.openid)
  })

  it('gives a member one account: the latest', async () => {
    const [old, next] = [newPhone(), newPhone()]
    await world.succeed(own.member, bindWechat, {}, old)
    await world.succeed(own.member, bindWechat, {}, next)
    expect(await world.refusal(null, signInByWechat, {}, old)).toBe('NOT_BOUND')
    expect(await world.refusal(null, signInByWechat, {}, next)).toBe('OK')
  })
})

describe('a binding', () => {
  it('is shown to its owner, with the number as far as it is kept', async () => {
    const { person, number, phone } = await registered()
    const phoneShown = `137****${number.slice(7)}`
    expect(await world.succeed(person, wechatBinding, {})).toEqual({ boundAt: null, phone: phoneShown })
    await world.succeed(person, bindWechat, {}, phone)
    expect(await world.succeed(person, wechatBinding, {})).toEqual({ boundAt: toMoment(world.clock.now()), phone: phoneShown })
  })

  it('is undone by its owner, from anywhere, once', async () => {
    const phone = newPhone()
    await world.succeed(own.member, bindWechat, {}, phone)
    expect(await world.refusal(own.member, unbindWechat, {})).toBe('OK')
    expect(await world.refusal(null, signInByWechat, {}, phone)).toBe('NOT_BOUND')
    expect(await world.refusal(own.member, unbindWechat, {})).toBe('NOT_BOUND')
  })

  it('ends with a new activation code, as every session does: the phone may be lost', async () => {
    const phone = newPhone()
    await world.succeed(own.member, bindWechat, {}, phone)
    await world.succeed(own.secretary, issueActivationCode, { memberId: own.member.memberId })
    expect(await world.refusal(null, signInByWechat, {}, phone)).toBe('NOT_BOUND')
  })

  it('and the number end when the person’s data are erased', async () => {
    const { person, number, phone } = await registered()
    await world.succeed(person, bindWechat, {}, phone)
    await world.succeed(person, eraseMyData, { password })
    expect(await world.refusal(null, signInByWechat, {}, phone)).toBe('NOT_BOUND')
    expect(await world.refusal(null, bindByPhone, { code: number }, phone)).toBe('PHONE_UNKNOWN')
  })

  it('leaves an entry in the trail for each sign-in, with the device', async () => {
    const phone = newPhone()
    await world.succeed(own.inspector, bindWechat, {}, phone)
    await world.succeed(null, signInByWechat, {}, { ...phone, device: '微信小程序' })
    const { entries } = await world.succeed(own.administrator, auditTrail, {})
    expect(entries[0]).toMatchObject({ action: signInByWechat.name, actorName: own.inspector.name, detail: { device: '微信小程序' } })
    expect(entries[1]).toMatchObject({ action: bindWechat.name, actorName: own.inspector.name })
  })
})

it('never mixes two people who sign in at the same moment', async () => {
  const [one, two] = [newPhone(), newPhone()]
  await world.succeed(own.member, bindWechat, {}, one)
  await world.succeed(own.activist, bindWechat, {}, two)
  const calls = Array.from({ length: 10 }, (_, index) => world.succeed(null, signInByWechat, {}, index % 2 ? two : one))
  const names = (await Promise.all(calls)).map(({ me }) => me.id)
  expect(names).toEqual(Array.from({ length: 10 }, (_, index) => (index % 2 ? own.activist : own.member).memberId))
})
