import { addMeeting, type Meeting } from '../testing/meeting'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'

let world: World
let own: Organisation
let other: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  other = await addOrganisation(world)
  meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.secretary, own.member] })
})
afterAll(() => world.close())

const code = async (as: Person, action: string, input: object) => {
  const { body } = await world.answer(as, action, input)
  return body.ok ? 'OK' : body.error.code
}

/** What the caller may do at home, with one id of the other organisation in it. */
const mixtures: [string, string, () => [Person, object]][] = [
  [
    'organisation.addMember',
    'group',
    () => [own.secretary, { unitId: own.branch, name: '新', standing: 'full', login: 'mixed', groupId: other.group }],
  ],
  ['organisation.changeMember', 'group', () => [own.secretary, { memberId: own.member.memberId, groupId: other.group }]],
  ['organisation.changeMember', 'person', () => [own.administrator, { memberId: other.member.memberId, name: '改名' }]],
  ['organisation.issueActivationCode', 'person', () => [own.administrator, { memberId: other.member.memberId }]],
  [
    'organisation.givePost',
    'person',
    () => [own.administrator, { memberId: other.member.memberId, unitId: own.branch, post: 'publicity' }],
  ],
  ['organisation.givePost', 'unit', () => [own.administrator, { memberId: own.member.memberId, unitId: other.branch, post: 'publicity' }]],
  [
    'organisation.endPost',
    'person',
    () => [own.administrator, { memberId: other.secretary.memberId, unitId: own.branch, post: 'secretary' }],
  ],
  ['organisation.linkBranch', 'person', () => [own.administrator, { memberId: other.leader.memberId, unitId: own.branch }]],
  ['showcase.words', 'person', () => [own.secretary, { memberId: other.member.memberId }]],
  ['organisation.endSession', 'session', () => [own.member, { sessionId: other.member.sessionId }]],
]

it.each(mixtures)('%s does not find a %s of another organisation, and changes nothing', async (action, _, make) => {
  const before = await snapshot(world.database.db)
  const [caller, input] = make()
  expect(await code(caller, action, input)).toBe('NOT_FOUND')
  expect(await snapshot(world.database.db)).toEqual(before)
})

it.each([
  ['meetings.recordAttendance', { state: 'present', reason: '补登' }, 'NOT_INVITED'],
  ['meetings.uninvite', { reason: '误加' }, 'NOT_INVITED'],
  ['meetings.decideLeave', { decision: 'granted' }, 'NOTHING_TO_DECIDE'],
  ['meetings.answerRollCall', { result: 'here' }, 'NOTHING_TO_DECIDE'],
  ['meetings.settleFlags', { decision: 'stands', reason: '已核实' }, 'NOT_INVITED'],
])('%s knows nobody of another organisation, and changes nothing', async (action, rest, refusal) => {
  const before = await snapshot(world.database.db)
  const input = { meetingId: meeting.meetingId, memberId: other.member.memberId, ...rest }
  expect(await code(own.secretary, action, input)).toBe(refusal)
  expect(await snapshot(world.database.db)).toEqual(before)
})

it('invites nobody of another organisation', async () => {
  const input = { meetingId: meeting.meetingId, memberIds: [other.member.memberId], reason: '列席' }
  const { body } = await world.answer(own.secretary, 'meetings.invite', input)
  expect(body).toEqual({ ok: true, data: { added: 0 } })
  const lines = await world.database.db
    .selectFrom('meetings_attendances')
    .select('member_id')
    .where('meeting_id', '=', meeting.meetingId)
    .execute()
  expect(lines.map((line) => line.member_id).sort()).toEqual([own.secretary.memberId, own.member.memberId].sort())
})

it('shows an administrator only the trail of their own organisation', async () => {
  await world.answer(other.administrator, 'organisation.renameUnit', { unitId: other.branch, name: '别处的支部' })
  await world.answer(own.administrator, 'organisation.renameUnit', { unitId: own.branch, name: '这里的支部' })
  const { body } = await world.answer(own.administrator, 'organisation.auditTrail')
  const text = JSON.stringify(body)
  expect(text).toContain('这里的支部')
  expect(text).not.toContain('别处的支部')
})

it('does not accept a session whose organisation was exchanged for another', async () => {
  const token = other.orgId + own.member.token.slice(other.orgId.length)
  expect(await code({ ...own.member, token }, 'organisation.me', {})).toBe('NOT_SIGNED_IN')
})
