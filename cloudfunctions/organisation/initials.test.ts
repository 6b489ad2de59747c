import { newId } from '../kernel/ids'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { addMember, changeMember } from './contract'
import { foundOrganisation } from './founding-queries'
import { fillInitials } from './initials-queries'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const initialsOf = async (orgId: string) =>
  (
    await world.database.db
      .selectFrom('organisation_members')
      .select(['name', 'initials'])
      .where('org_id', '=', orgId)
      .where('initials', 'is not', null)
      .orderBy('name')
      .execute()
  ).map(({ name, initials }) => `${name} ${initials}`)

const nothing = { unable: false, erased_at: null }

const rename = (name: string) =>
  world.database.db.updateTable('organisation_members').set({ name }).where('member_id', '=', own.member.memberId).execute()

it('are worked out wherever a name is written', async () => {
  const added = { unitId: own.branch, name: '曾国庆', standing: 'full' as const, login: `zeng-${newId().slice(-12)}` }
  const { memberId } = await world.succeed(own.secretary, addMember, added)
  expect(await initialsOf(own.orgId)).toEqual(['曾国庆 zgq'])
  await world.succeed(own.secretary, changeMember, { memberId, standing: 'probationary' })
  expect(await initialsOf(own.orgId)).toEqual(['曾国庆 zgq'])
  await world.succeed(own.secretary, changeMember, { memberId, name: '单雄信' })
  expect(await initialsOf(own.orgId)).toEqual(['单雄信 sxx'])
  const administrator = { name: '仇英', login: `qiu-${newId().slice(-12)}` }
  const founded = await foundOrganisation(world.database.db, { name: '云山县水务局', administrator }, world.clock.now())
  expect(await initialsOf(founded?.orgId ?? '')).toEqual(['仇英 qy'])
})

describe('of whoever has none yet', () => {
  it('are filled, more than one statement takes, in every organisation, once', async () => {
    const row = {
      org_id: own.orgId,
      unit_id: own.branch,
      name: '李四',
      standing: 'full' as const,
      ...nothing,
      created_at: world.clock.now(),
    }
    await world.database.db
      .insertInto('organisation_members')
      .values(Array.from({ length: 1_100 }, () => ({ ...row, member_id: newId() })))
      .execute()
    const other = await addOrganisation(world)
    expect(await fillInitials(world.database)).toBeGreaterThanOrEqual(1_100 + 32)
    expect((await initialsOf(own.orgId)).filter((each) => each === '李四 ls')).toHaveLength(1_100)
    expect(await initialsOf(other.orgId)).toHaveLength(16)
    expect(await fillInitials(world.database)).toBe(0)
  })

  it('are left alone where they are there, and with whoever was erased', async () => {
    await rename('王小明')
    const { db } = world.database
    await db.updateTable('organisation_members').set({ initials: 'kept' }).where('member_id', '=', own.member.memberId).execute()
    await db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.secretary.memberId)
      .execute()
    await fillInitials(world.database)
    const shown = await initialsOf(own.orgId)
    expect(shown).toContain('王小明 kept')
    expect(shown).toHaveLength(15)
  })
})
