import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { bind, findByOpenid, unbind } from './wechat-queries'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const bindTo = (person: Person, openid: string) => world.database.transact((db) => bind(db, person, openid, world.clock.now()))
const whoIs = async (openid: string) => (await findByOpenid(world.database.db, openid))?.memberId
let accounts = 0
const newOpenid = () => `openid-${++accounts}-${own.orgId.slice(-6)}`

/** Every account and every member stand on both sides, once. */
async function expectPairs() {
  const { db } = world.database
  const bindings = await db.selectFrom('organisation_wechat_bindings').select(['org_id', 'member_id', 'openid']).orderBy('openid').execute()
  const openids = await db.selectFrom('directory_openids').select(['org_id', 'member_id', 'openid']).orderBy('openid').execute()
  expect(openids).toEqual(bindings)
}

it('makes an account open the mini-program as one member', async () => {
  const openid = newOpenid()
  expect(await bindTo(own.member, openid)).toBeUndefined()
  expect(await whoIs(openid)).toBe(own.member.memberId)
  expect(await whoIs('unknown')).toBeUndefined()
  await expectPairs()
})

it('is safe to repeat', async () => {
  const openid = newOpenid()
  await bindTo(own.member, openid)
  expect(await bindTo(own.member, openid)).toBeUndefined()
  expect(await whoIs(openid)).toBe(own.member.memberId)
  await expectPairs()
})

it('takes the account from whoever had it, and says whose it was', async () => {
  const openid = newOpenid()
  await bindTo(own.member, openid)
  expect(await bindTo(own.activist, openid)).toMatchObject({ memberId: own.member.memberId })
  expect(await whoIs(openid)).toBe(own.activist.memberId)
  await expectPairs()
})

it('lets go of the member’s earlier account', async () => {
  const [old, next] = [newOpenid(), newOpenid()]
  await bindTo(own.member, old)
  await bindTo(own.member, next)
  expect([await whoIs(old), await whoIs(next)]).toEqual([undefined, own.member.memberId])
  await expectPairs()
})

it('keeps account and member one to one, whoever binds what at the same moment', async () => {
  const openids = [newOpenid(), newOpenid()]
  for (let round = 0; round < 5; round++) {
    const pairs = [own.member, own.activist].flatMap((person) => openids.map((openid) => ({ person, openid })))
    await Promise.all(pairs.map(({ person, openid }) => bindTo(person, openid)))
    await expectPairs()
  }
})

it('is undone once', async () => {
  const openid = newOpenid()
  await bindTo(own.member, openid)
  const undo = () => world.database.transact((db) => unbind(db, own.member))
  expect([await undo(), await undo()]).toEqual([true, false])
  expect(await whoIs(openid)).toBeUndefined()
  await expectPairs()
})
