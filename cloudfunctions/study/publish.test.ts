import { close, recordAttendance } from '../meetings/contract'
import { addMeeting } from '../testing/meeting'
import { addOrganisation, addPerson, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { assignNewcomers } from './assign-newcomers'
import { mine } from './contract'
import { hours, people, progress, publishTask, saveTask, tasks } from './task-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const content = () => ({
  ...{ unitId: own.branch, kind: 'text' as const, title: '学习党章', text: '总纲', standings: ['full' as const], posts: [] },
  ...{ dueAt: new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString(), requiredMinutes: 10, creditMinutes: 90 },
})
const publish = async (change: object = {}, as = own.secretary) => {
  const { taskId } = await world.succeed(as, saveTask, { ...content(), ...change })
  const { assigned } = await world.succeed(as, publishTask, { taskId })
  return { taskId, assigned }
}
const messages = () => world.database.db.selectFrom('reminders_messages').selectAll().where('org_id', '=', own.orgId).execute()
const facts = () =>
  world.database.db.selectFrom('facts').selectAll().where('org_id', '=', own.orgId).where('kind', '=', 'study-finished').execute()

it('reaches everybody it is for and nobody else, with one message each', async () => {
  const { taskId, assigned } = await publish()
  const { people: given } = await world.succeed(own.secretary, people, { taskId, unitId: own.branch })
  expect(given.map(({ name }) => name).sort()).toEqual(
    ['secretary', 'deputySecretary', 'organiser', 'publicist', 'inspector', 'groupLeader', 'member', 'siblingMember'].sort(),
  )
  expect(assigned).toBe(8)
  const said = await messages()
  expect(new Set(said.map((each) => each.member_id)).size).toBe(8)
  expect(said).toHaveLength(8)
  expect(said[0]).toMatchObject({ kind: 'study-published', subject_id: taskId, title: '新的学习：学习党章' })
  expect(await world.refusal(own.secretary, publishTask, { taskId })).toBe('STUDY_PUBLISHED')
})

it('may be for whoever holds a post, in a committee and everything below it', async () => {
  const { taskId, assigned } = await publish({ unitId: own.committee, posts: ['secretary'] }, own.committeeSecretary)
  expect(assigned).toBe(3)
  expect((await world.succeed(own.secretary, mine, {})).open.map((each) => each.taskId)).toEqual([taskId])
  expect((await world.succeed(own.member, mine, {})).open).toEqual([])
})

it('is refused where it is for nobody, or due before now', async () => {
  const { taskId } = await world.succeed(own.secretary, saveTask, { ...content(), standings: ['activist'], posts: ['discipline'] })
  expect(await world.refusal(own.secretary, publishTask, { taskId })).toBe('NOBODY_TO_STUDY')
  expect(await world.refusal(own.secretary, saveTask, { ...content(), dueAt: '2026-01-01T00:00:00Z' })).toBe('WINDOW_OVER')
})

it('is given to those who come later while it is not yet due, once, however often it is looked', async () => {
  const { taskId } = await publish()
  const later = await addPerson(world, { orgId: own.orgId, units: own, name: '新同志', home: 'branch' })
  await assignNewcomers(world.database, world.clock.now())
  await assignNewcomers(world.database, world.clock.now())
  expect((await world.succeed(later, mine, {})).open.map((each) => each.taskId)).toEqual([taskId])
  expect((await messages()).filter((each) => each.member_id === later.memberId)).toHaveLength(1)
  world.clock.advance({ days: 8 })
  const tooLate = await addPerson(world, { orgId: own.orgId, units: own, name: '后来', home: 'branch' })
  await assignNewcomers(world.database, world.clock.now())
  expect((await world.succeed(tooLate, mine, {})).open).toEqual([])
})

it('needs what its kind is made of', async () => {
  const refused = async (change: object) => (await world.call(own.secretary, saveTask, { ...content(), ...change })).body
  for (const [change, field] of [
    [{ kind: 'link' }, 'url'],
    [{ kind: 'file' }, 'fileId'],
    [{ kind: 'meeting' }, 'meetingId'],
    [{ passMark: 60 }, 'passMark'],
  ] as const)
    expect(await refused(change)).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { [field]: expect.anything() } } })
})

it('as a meeting is finished by those who are there when it closes, and no longer once that is corrected', async () => {
  const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member, own.siblingMember] })
  await publish({ kind: 'meeting', meetingId })
  const record = (memberId: string, state: 'present' | 'absent') =>
    world.succeed(own.secretary, recordAttendance, { meetingId, memberId, state, reason: '核对' })
  await record(own.member.memberId, 'present')
  expect(await facts()).toEqual([])
  await world.succeed(own.secretary, close, { meetingId })
  expect(await facts()).toMatchObject([{ member_id: own.member.memberId, filter: 'meeting', quantity: '90' }])
  const listed = async () => (await world.succeed(own.secretary, hours, { unitId: own.branch, year: 2026 })).people
  expect((await listed()).at(-1)).toMatchObject({ memberId: own.member.memberId, minutes: 90, hoursWanted: 32 })
  await record(own.member.memberId, 'absent')
  await record(own.siblingMember.memberId, 'present')
  expect((await listed()).filter(({ minutes }) => minutes).map(({ memberId }) => memberId)).toEqual([own.siblingMember.memberId])
  expect((await facts()).filter((each) => each.reverses_id)).toMatchObject([{ member_id: own.member.memberId, reason: '核对' }])
})

it('is told of in numbers to whoever stands above, in names to whoever answers for them', async () => {
  const { taskId } = await publish()
  const seen = await world.succeed(own.committeeSecretary, progress, { taskId, unitId: own.branch })
  expect(seen).toMatchObject({ assigned: 8, finished: 0, mayName: false, units: [{ name: '第一党支部', assigned: 8 }] })
  expect(await world.refusal(own.committeeSecretary, people, { taskId, unitId: own.branch })).toBe('NOT_ALLOWED')
  expect(await world.refusal(own.otherSecretary, progress, { taskId, unitId: own.otherBranch })).toBe('NOT_FOUND')
  const listed = await world.succeed(own.secretary, tasks, { unitId: own.branch })
  expect(listed).toMatchObject({ mayManage: true, tasks: [{ taskId, assigned: 8, finished: 0 }] })
})
