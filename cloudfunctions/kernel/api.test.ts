import { getMe } from '../organisation/contract'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'

let world: World
let organisation: Organisation
beforeAll(async () => {
  world = await openWorld()
  organisation = await addOrganisation(world)
})
afterAll(() => world.close())

it('answers a signed-in person with what the contract promises', async () => {
  const me = await world.succeed(organisation.secretary, getMe, {})
  expect(me).toMatchObject({ id: organisation.secretary.memberId, unitId: organisation.branch })
})
