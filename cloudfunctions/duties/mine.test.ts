import { addMeeting } from '../testing/meeting'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { addRounds } from '../testing/round'
import { openWorld, type World } from '../testing/world'
import { mine } from './contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const owed = async (as = own.member) => (await world.succeed(as, mine, {})).duties.map(({ kind, title, dueAt }) => ({ kind, title, dueAt }))

it('are none where nothing is owed', async () => {
  expect(await world.succeed(own.member, mine, {})).toEqual({ now: '2026-11-23T09:00:00.000+08:00', duties: [], more: false })
})

it('are from every feature one list, the first due first, and one’s own only', async () => {
  await addPledge(world, own.member, { due_on: '2026-11-25', text: '窗口服务' })
  await addPledge(world, own.siblingMember, { due_on: '2026-11-25', text: '别人的' })
  await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  await addRounds(world, { orgId: own.orgId, unitId: own.branch, raters: [own.member, own.siblingMember], subject: own.siblingMember })
  expect((await owed()).map(({ kind }) => kind)).toEqual(['meeting', 'pledge'])
  await world.database.db.deleteFrom('reviews_issues').where('org_id', '=', own.orgId).execute()
  expect((await owed()).map(({ kind }) => kind)).toEqual(['meeting', 'pledge', 'review'])
})

it('of a round lasts until a token was issued for each whom one rates', async () => {
  const raters = [own.member, own.siblingMember, own.probationary]
  const { openId } = await addRounds(world, { orgId: own.orgId, unitId: own.branch, raters, subject: own.siblingMember })
  const key = { org_id: own.orgId, round_id: openId }
  expect(await owed()).toEqual([])
  const second = { ...key, subject_id: own.probationary.memberId, unit_id: own.branch, name: '又一位' }
  await world.database.db.insertInto('reviews_subjects').values(second).execute()
  expect((await owed()).map(({ kind }) => kind)).toEqual(['review'])
  // Nobody rates themselves here, so one is left with one.
  expect((await owed(own.siblingMember)).map(({ kind }) => kind)).toEqual(['review'])
  const sealed = { part: 'mutual' as const, blinded: 'x', evaluated: 'x', proof: 'x' }
  const issue = { ...key, member_id: own.siblingMember.memberId, subject_id: own.probationary.memberId, ...sealed }
  await world.database.db.insertInto('reviews_issues').values(issue).execute()
  expect(await owed(own.siblingMember)).toEqual([])
})

it('of a pledge last until the end of its day in China', async () => {
  await addPledge(world, own.member, { due_on: '2026-11-25', text: '窗口服务' })
  expect(await owed()).toEqual([{ kind: 'pledge', title: '窗口服务', dueAt: '2026-11-25T23:59:59.000+08:00' }])
})
