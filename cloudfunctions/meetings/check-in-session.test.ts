import { signOut } from '../organisation/contract'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person, signIn } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'

/** One statement recognises the session and changes the line; these are the sessions it must not recognise. */
let world: World
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
  meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.secretary, own.member, own.siblingMember] })
  // From here on this process knows the meeting to be open, and asks for the change at once.
  await world.succeed(own.secretary, meetings.checkIn, { code: code() })
})
const code = () => codeAt(meeting, world.clock.now())
const scan = (as: { token: string }, input = { code: code() }) => world.refusal(as, meetings.checkIn, input)

async function expectNobody(as: { token: string }) {
  const before = await snapshot(world.database.db)
  expect(await scan(as)).toBe('NOT_SIGNED_IN')
  expect(await scan(as, { code: 'A'.repeat(22) })).toBe('NOT_SIGNED_IN')
  expect(await scan(as, { code: 'no code' })).toBe('NOT_SIGNED_IN')
  expect((await world.answer(as, 'meetings.checkIn', { code: 1 })).status).toBe(401)
  expect(await snapshot(world.database.db)).toEqual(before)
}

it('a session that was ended checks nobody in, nor learns what is wrong with a scan', async () => {
  const phone = await signIn(world, own.member)
  await world.succeed(phone, signOut, {})
  await expectNobody(phone)
  expect(await scan(own.member)).toBe('OK')
})

it('a session of more than 180 days checks nobody in', async () => {
  world.clock.advance({ days: 180 })
  await expectNobody(own.member)
})

it('a person whose data were erased is not checked in', async () => {
  await world.database.db
    .updateTable('organisation_members')
    .set({ erased_at: world.clock.now() })
    .where('member_id', '=', own.member.memberId)
    .execute()
  await expectNobody(own.member)
})

it.each<[string, (member: Person, other: Person) => string]>([
  ['made up', ({ orgId }) => `${orgId}.${'x'.repeat(43)}`],
  ['taken to another organisation', ({ token }, other) => other.orgId + token.slice(36)],
  ['cut', ({ token }) => token.slice(0, -1)],
])('a token that was %s checks nobody in', async (_, forge) => {
  const other = await addOrganisation(world)
  await expectNobody({ token: forge(own.member, other.member) })
})

it('whoever scans together with somebody who is not signed in is checked in all the same', async () => {
  const answers = [own.member, { token: `${own.orgId}.${'x'.repeat(43)}` }, own.siblingMember].map((each) => scan(each))
  expect(await Promise.all(answers)).toEqual(['OK', 'NOT_SIGNED_IN', 'OK'])
  expect(await lineOf(world, meeting.meetingId, own.siblingMember)).toMatchObject({ state: 'present' })
})

it('two scans of one person in the same moment are a first one and a repeated one, with one time', async () => {
  const [first, second] = await Promise.all([
    world.succeed(own.member, meetings.checkIn, { code: code(), requestId: 'scan-00000001' }),
    world.succeed(own.member, meetings.checkIn, { code: code(), requestId: 'scan-00000002' }),
  ])
  expect(first).toMatchObject({ repeated: false, checkedInAt: '2026-11-23T09:00:00.000+08:00' })
  expect(second).toEqual({ ...first, repeated: true })
})

it('a meeting that was scanned too early takes scans as soon as it is open', async () => {
  meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  expect(await scan(own.member)).toBe('MEETING_NOT_OPEN')
  await world.succeed(own.secretary, meetings.open, { meetingId: meeting.meetingId })
  expect(await scan(own.member)).toBe('OK')
})
