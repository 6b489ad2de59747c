import { addMember, giveConsent, issueActivationCode, members, renameUnit, withdrawConsent } from '../organisation/contract'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { openWorld, type World } from '../testing/world'
import { sweepReplies } from './replies'

let world: World
let second: World
let own: Organisation
let count = 0

beforeAll(async () => {
  world = await openWorld()
  second = await anotherProcess(world)
})
afterAll(async () => {
  await second.close()
  await world.close()
})
beforeEach(async () => {
  own = await addOrganisation(world)
})

const newcomer = (name = '新同志') => ({
  unitId: own.branch,
  name,
  standing: 'activist' as const,
  login: `newcomer-${++count}`,
  requestId: 'request-1',
})
const countMembers = async () => (await world.succeed(own.secretary, members, { unitId: own.branch })).members.length

it('gives a repeated request the first reply and does nothing again', async () => {
  const [before, input] = [await countMembers(), newcomer()]
  const first = await world.call(own.secretary, addMember, input)
  expect(await world.call(own.secretary, addMember, input)).toEqual(first)
  expect(await countMembers()).toBe(before + 1)
})

it('does so for 8 at the same moment over two processes', async () => {
  const [before, input] = [await countMembers(), newcomer()]
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => (index % 2 ? world : second).call(own.secretary, addMember, input)),
  )
  expect(answers[0]?.body.ok).toBe(true)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await countMembers()).toBe(before + 1)
})

it('refuses the key for other content, and for another action', async () => {
  const input = newcomer()
  await world.succeed(own.secretary, addMember, input)
  expect(await world.refusal(own.secretary, addMember, { ...input, name: '另一位' })).toBe('CONFLICT')
  expect(await world.refusal(own.secretary, giveConsent, { purpose: 'location', requestId: 'request-1' })).toBe('CONFLICT')
  expect(await world.refusal(own.secretary, withdrawConsent, { purpose: 'location', requestId: 'request-2' })).toBe('OK')
})

it('keeps the keys of two people apart', async () => {
  const input = newcomer()
  await world.succeed(own.secretary, addMember, input)
  expect(await world.refusal(own.deputySecretary, addMember, input)).toBe('LOGIN_TAKEN')
})

it('does not use the key up for a refusal', async () => {
  const rename = { unitId: own.branch, name: '新名称', requestId: 'request-3' }
  expect(await world.refusal(own.secretary, renameUnit, rename)).toBe('NOT_ALLOWED')
  const input = { memberId: own.member.memberId, requestId: 'request-3' }
  expect(await world.refusal(own.secretary, issueActivationCode, input)).toBe('OK')
})

it('keeps a reply for a day, and then no longer, since it may hold an activation code', async () => {
  const kept = () => world.database.db.selectFrom('replies').select('request_id').where('org_id', '=', own.orgId).execute()
  await world.call(own.secretary, addMember, newcomer())
  const at = world.clock.now().getTime()
  await sweepReplies(world.database, new Date(at + 86_400_000))
  expect(await kept()).toHaveLength(1)
  await sweepReplies(world.database, new Date(at + 86_400_001))
  expect(await kept()).toEqual([])
})
