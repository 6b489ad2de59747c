import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { hashPhone } from './phone'
import { findByPhone, setPhone } from './phone-queries'

const key = 'a key'
let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const set = (person: Person, typed: string | null, phoneKey: string | undefined = key) =>
  world.database.transact((db) => setPhone(db, phoneKey, person, typed))
const kept = ({ memberId }: Person) =>
  world.database.db
    .selectFrom('organisation_members')
    .select(['phone_hash', 'phone_masked'])
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
const found = async (number: string) => (await findByPhone(world.database.db, hashPhone(number, key))).map(({ memberId }) => memberId)
/** A number nobody has had. */
let numbers = 0
const newNumber = () => `139${String(++numbers).padStart(8, '0')}`

it('keeps a hash and a masked display, and finds the person by the number', async () => {
  const number = newNumber()
  expect(await set(own.member, ` +86 ${number} `)).toBe('set')
  expect(await kept(own.member)).toEqual({ phone_hash: hashPhone(`+86${number}`, key), phone_masked: `139****${number.slice(7)}` })
  expect(await found(`+86${number}`)).toEqual([own.member.memberId])
})

it('keeps the number nowhere in the clear', async () => {
  const number = newNumber()
  await set(own.member, number)
  const rows = await world.database.db.selectFrom('directory_phones').selectAll().execute()
  expect(JSON.stringify([rows, await kept(own.member)])).not.toContain(number)
})

it('follows a change, and lets go of the old number', async () => {
  const [old, next] = [newNumber(), newNumber()]
  await set(own.member, old)
  expect(await set(own.member, next)).toBe('set')
  expect(await found(`+86${old}`)).toEqual([])
  expect(await found(`+86${next}`)).toEqual([own.member.memberId])
  expect(await set(own.activist, old)).toBe('set')
})

it('is safe to repeat', async () => {
  const number = newNumber()
  await set(own.member, number)
  expect(await set(own.member, number)).toBe('set')
  expect(await found(`+86${number}`)).toEqual([own.member.memberId])
})

it('gives a number to one person of an organisation, also when two ask at once', async () => {
  const number = newNumber()
  expect((await Promise.all([set(own.member, number), set(own.activist, number)])).sort()).toEqual(['set', 'taken'])
  expect(await found(`+86${number}`)).toHaveLength(1)
})

it('lets two organisations have the same person on their rosters', async () => {
  const number = newNumber()
  const other = await addOrganisation(world)
  expect(await set(own.member, number)).toBe('set')
  expect(await set(other.member, number)).toBe('set')
  expect((await found(`+86${number}`)).sort()).toEqual([own.member.memberId, other.member.memberId].sort())
})

it('changes nothing for what is no mobile number', async () => {
  const number = newNumber()
  await set(own.member, number)
  expect(await set(own.member, '010-88886666')).toBe('unreadable')
  expect(await found(`+86${number}`)).toEqual([own.member.memberId])
})

it('takes it away', async () => {
  const number = newNumber()
  await set(own.member, number)
  expect(await set(own.member, null)).toBe('set')
  expect(await kept(own.member)).toEqual({ phone_hash: null, phone_masked: null })
  expect(await found(`+86${number}`)).toEqual([])
})

it('keeps only the display where the installation has no key', async () => {
  const number = newNumber()
  expect(await world.database.transact((db) => setPhone(db, undefined, own.member, number))).toBe('set')
  expect(await kept(own.member)).toEqual({ phone_hash: null, phone_masked: `139****${number.slice(7)}` })
})
