import { addMeeting, codeAt, type Meeting, signOutCodeAt } from '../testing/meeting'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { attendance, checkIn, close, meeting as getMeeting } from './contract'
import { setSignOut, signOutCode } from './sign-out-contract'

let world: World
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  meeting = await newMeeting()
})

const newMeeting = (more = {}) =>
  addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    people: [own.secretary, own.member, own.siblingMember],
    signOut: true,
    ...more,
  })
const checkInBy = (person: Person) => world.succeed(person, checkIn, { code: codeAt(meeting, world.clock.now()) })
const scan = (person: Person, extra: { requestId?: string; scannedAt?: string } = {}, inside = world) => {
  const at = extra.scannedAt ? new Date(extra.scannedAt) : world.clock.now()
  return inside.call(person, checkIn, { code: signOutCodeAt(meeting, at), ...extra })
}
const refusal = async (...parameters: Parameters<typeof scan>) => {
  const { body } = await scan(...parameters)
  return body.ok ? 'OK' : body.error.code
}
const peopleOf = async () => (await world.succeed(own.secretary, attendance, { meetingId: meeting.meetingId })).people
const signedOutAt = async (person: Person) => (await peopleOf()).find(({ memberId }) => memberId === person.memberId)?.signedOutAt

it('signs out with the same link, says so, and leaves the attendance as it was', async () => {
  await checkInBy(own.member)
  const before = await lineOf(world, meeting.meetingId, own.member)
  world.clock.advance({ hours: 1 })
  const { body } = await scan(own.member)
  expect(body).toMatchObject({
    ok: true,
    data: {
      state: 'present',
      checkedInAt: '2026-11-23T09:00:00.000+08:00',
      signedOutAt: '2026-11-23T10:00:00.000+08:00',
      repeated: false,
      offline: false,
      name: 'member',
    },
  })
  expect(await lineOf(world, meeting.meetingId, own.member)).toEqual(before)
  expect(await signedOutAt(own.member)).toBe('2026-11-23T10:00:00.000+08:00')
  expect(await world.succeed(own.member, getMeeting, { meetingId: meeting.meetingId })).toMatchObject({
    signOut: true,
    mySignedOutAt: '2026-11-23T10:00:00.000+08:00',
  })
  expect((await auditOf(world, meeting.meetingId)).at(-1)).toEqual({
    action: 'meetings.checkIn',
    actor: own.member.memberId,
    detail: { signOut: 'scan' },
  })
})

it('is refused before the check-in, changing nothing, and works after it', async () => {
  const before = await snapshot(world.database.db)
  expect(await refusal(own.member)).toBe('NOT_CHECKED_IN')
  expect(await snapshot(world.database.db)).toEqual(before)
  await checkInBy(own.member)
  expect(await refusal(own.member)).toBe('OK')
})

it('says the first time to a second scan, and nothing new to a repeated request', async () => {
  await checkInBy(own.member)
  await scan(own.member, { requestId: 'sign-out-1' })
  world.clock.advance({ seconds: 10 })
  expect((await scan(own.member, { requestId: 'sign-out-1' })).body).toMatchObject({ data: { repeated: false } })
  expect((await scan(own.member, { requestId: 'sign-out-2' })).body).toMatchObject({
    data: { repeated: true, signedOutAt: '2026-11-23T09:00:00.000+08:00' },
  })
})

it('a check-in code checks in and signs nobody out, however often', async () => {
  await checkInBy(own.member)
  await checkInBy(own.member)
  expect(await signedOutAt(own.member)).toBeNull()
})

it.each<[string, () => Person, string]>([
  ['somebody of the branch who is not on the list', () => own.probationary, 'NOT_INVITED'],
  ['somebody of another organisation', () => stranger, 'CODE_INVALID'],
])('%s is refused', async (_, who, code) => {
  const before = await snapshot(world.database.db)
  expect(await refusal(who())).toBe(code)
  expect(await snapshot(world.database.db)).toEqual(before)
})
let stranger: Person
beforeAll(async () => {
  stranger = (await addOrganisation(world)).member
})

it('nobody is refused as not signed in', async () => {
  expect((await world.answer(null, 'meetings.checkIn', { code: signOutCodeAt(meeting, world.clock.now()) })).status).toBe(401)
})

it('is refused after the close; a kept scan counts, and says so', async () => {
  await checkInBy(own.member)
  await checkInBy(own.siblingMember)
  world.clock.advance({ hours: 1 })
  const kept = { scannedAt: world.clock.now().toISOString() }
  world.clock.advance({ minutes: 1 })
  await world.succeed(own.secretary, close, { meetingId: meeting.meetingId })
  world.clock.advance({ minutes: 1 })
  expect(await refusal(own.siblingMember)).toBe('SIGN_OUT_CLOSED')
  expect((await scan(own.member, kept)).body).toMatchObject({ data: { offline: true, signedOutAt: '2026-11-23T10:00:00.000+08:00' } })
})

it('whoever left early stays present, without a fact against them, and is seen by the organiser', async () => {
  await checkInBy(own.member)
  await world.succeed(own.secretary, close, { meetingId: meeting.meetingId })
  const list = await world.succeed(own.secretary, attendance, { meetingId: meeting.meetingId })
  expect(list).toMatchObject({ signOut: true, present: 1 })
  expect(list.people[0]).toMatchObject({ name: 'member', state: 'present', signedOutAt: null })
  expect(await kindsOf(world, meeting.meetingId, own.member)).toEqual(['meeting-attended'])
})

it('reaches the wall that asks for what is new', async () => {
  await checkInBy(own.member)
  world.clock.advance({ minutes: 30 })
  const { cursor } = await world.succeed(own.secretary, attendance, { meetingId: meeting.meetingId })
  world.clock.advance({ minutes: 30 })
  await scan(own.member)
  const news = await world.succeed(own.secretary, attendance, { meetingId: meeting.meetingId, since: cursor })
  expect(news.people).toMatchObject([{ name: 'member', signedOutAt: '2026-11-23T10:00:00.000+08:00' }])
})

it('32 scans at once over two processes sign out once', async () => {
  const other = await anotherProcess(world)
  await checkInBy(own.member)
  const scans = Array.from({ length: 32 }, (_, index) => scan(own.member, { requestId: 'sign-out-3' }, index % 2 ? other : world))
  const answers = await Promise.all(scans)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.body).toMatchObject({ ok: true, data: { repeated: false } })
  const signed = (await auditOf(world, meeting.meetingId)).filter(({ detail }) => JSON.stringify(detail).includes('signOut'))
  expect(signed).toHaveLength(1)
  await other.close()
})

describe('whether it is asked for', () => {
  const turn = (signOut: boolean, as = own.secretary) => world.refusal(as, setSignOut, { meetingId: meeting.meetingId, signOut })
  const code = () => world.refusal(own.secretary, signOutCode, { meetingId: meeting.meetingId })

  it('is switched while the meeting is under way, once each', async () => {
    meeting = await newMeeting({ signOut: false })
    await checkInBy(own.member)
    expect([await code(), await refusal(own.member)]).toEqual(['SIGN_OUT_OFF', 'SIGN_OUT_OFF'])
    expect([await turn(true), await turn(true)]).toEqual(['OK', 'OK'])
    expect([await code(), await refusal(own.member)]).toEqual(['OK', 'OK'])
    expect((await auditOf(world, meeting.meetingId)).filter(({ action }) => action === 'meetings.setSignOut')).toHaveLength(1)
  })

  it.each([
    ['scheduled', 'OK', 'MEETING_NOT_OPEN'],
    ['closed', 'ALREADY_CLOSED', 'ALREADY_CLOSED'],
    ['cancelled', 'MEETING_CANCELLED', 'MEETING_CANCELLED'],
  ] as const)('of a %s meeting answers %s, its code %s', async (state, switched, shown) => {
    meeting = await newMeeting({ state, signOut: false })
    expect([await turn(true), await code()]).toEqual([switched, shown])
  })

  it('gives the screen codes that are not those for checking in', async () => {
    const { codes } = await world.succeed(own.secretary, signOutCode, { meetingId: meeting.meetingId })
    expect(codes).toHaveLength(12)
    expect(codes[0]).toMatchObject({
      code: signOutCodeAt(meeting, world.clock.now()),
      link: `https://sanliang.test/check-in?c=${signOutCodeAt(meeting, world.clock.now())}`,
    })
    expect(codes[0]?.code).not.toBe(codeAt(meeting, world.clock.now()))
    expect(codes[0]?.code).toHaveLength(22)
  })
})
