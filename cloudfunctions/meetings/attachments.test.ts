import { sweepFiles } from '../files'
import { links, upload } from '../files/contract'
import { jpg, pdf, uploadOf } from '../testing/file-samples'
import { addMeeting } from '../testing/meeting'
import { auditOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { attach, attachments, detach } from './attachments-contract'
import type { MeetingState } from './contract'

let world: World
let own: Organisation
let meetingId: string
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())
beforeEach(() => arrange('open'))

async function arrange(state: MeetingState, unitId = own.branch) {
  ;({ meetingId } = await addMeeting(world, { orgId: own.orgId, unitId, people: [own.member], guests: [own.otherMember], state }))
}
const send = async (as: Person, name = '合影.jpg', bytes = jpg) =>
  (await world.succeed(as, upload, { name }, { upload: uploadOf(bytes) })).fileId
const put = (as: Person, fileId: string, to = meetingId) => world.refusal(as, attach, { meetingId: to, fileId })
const take = (as: Person, fileId: string) => world.refusal(as, detach, { meetingId, fileId })
const see = (as: Person, at = meetingId) => world.succeed(as, attachments, { meetingId: at })
const names = async (as: Person) => (await see(as)).files.map(({ name }) => name)

it('is empty at first, and says who may put something there', async () => {
  expect(await see(own.member)).toEqual({ mayChange: false, files: [] })
  expect(await see(own.publicist)).toEqual({ mayChange: true, files: [] })
  expect(await see(own.leader)).toEqual({ mayChange: false, files: [] })
})

it('is shown to everyone who may see the meeting, in the order it came, with who attached it and a link that opens', async () => {
  const [photo, minutes] = [await send(own.secretary), await send(own.publicist, '签到表.pdf', pdf)]
  expect(await put(own.secretary, photo)).toBe('OK')
  world.clock.advance({ minutes: 1 })
  expect(await put(own.publicist, minutes)).toBe('OK')
  for (const person of [own.member, own.otherMember, own.leader]) expect(await names(person)).toEqual(['合影.jpg', '签到表.pdf'])
  const { files } = await see(own.member)
  expect(files[0]).toMatchObject({ fileId: photo, type: 'jpg', bytes: jpg.length, attachedBy: 'secretary' })
  const { pathname, searchParams } = new URL(files[0]?.link ?? '', 'http://host')
  expect(world.files.opened(pathname, searchParams, world.clock.now())).toBe(`${own.orgId}/${photo}`)
})

it.each<[MeetingState, string]>([
  ['scheduled', 'OK'],
  ['open', 'OK'],
  ['closed', 'OK'],
  ['cancelled', 'MEETING_CANCELLED'],
])('to a %s meeting answers %s, and the trail says in which state it was', async (state, outcome) => {
  await arrange(state)
  const fileId = await send(own.secretary)
  expect(await put(own.secretary, fileId)).toBe(outcome)
  expect((await see(own.secretary)).mayChange).toBe(outcome === 'OK')
  const entry = { action: 'meetings.attach', actor: own.secretary.memberId, detail: { fileId, name: '合影.jpg', state } }
  expect(await auditOf(world, meetingId)).toEqual(outcome === 'OK' ? [entry] : [])
})

it('is put to a group’s meeting by whoever leads the group', async () => {
  await arrange('closed', own.group)
  expect(await put(own.groupLeader, await send(own.groupLeader))).toBe('OK')
  await arrange('closed', own.siblingGroup)
  expect(await put(own.groupLeader, await send(own.groupLeader))).toBe('NOT_ALLOWED')
})

it('must be the caller’s own, and still there', async () => {
  const theirs = await send(own.member)
  expect(await put(own.secretary, theirs)).toBe('FILE_MISSING')
  const mine = await send(own.secretary)
  world.clock.advance({ days: 1, seconds: 1 })
  await sweepFiles(world.database, world.files, world.clock.now())
  expect(await put(own.secretary, mine)).toBe('FILE_MISSING')
  expect(await names(own.secretary)).toEqual([])
})

it('belongs to one meeting: another one cannot take it, not even at the same moment', async () => {
  const fileId = await send(own.secretary)
  const { meetingId: other } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch })
  const both = await Promise.all([put(own.secretary, fileId), put(own.secretary, fileId, other)])
  expect(both.sort()).toEqual(['FILE_MISSING', 'OK'])
})

it('put twice, or twice at once, is there once', async () => {
  const fileId = await send(own.secretary)
  expect(await Promise.all([1, 2, 3].map(() => put(own.secretary, fileId)))).toEqual(['OK', 'OK', 'OK'])
  expect(await put(own.deputySecretary, fileId)).toBe('OK')
  expect(await names(own.secretary)).toHaveLength(1)
  expect(await auditOf(world, meetingId)).toHaveLength(1)
})

it('ends at thirty, also where two put the last one at once', async () => {
  for (let number = 0; number < 29; number++) expect(await put(own.secretary, await send(own.secretary))).toBe('OK')
  const last = [await send(own.secretary), await send(own.deputySecretary)]
  const both = await Promise.all([put(own.secretary, last[0] ?? ''), put(own.deputySecretary, last[1] ?? '')])
  expect(both.sort()).toEqual(['ATTACHMENTS_FULL', 'OK'])
  expect(await names(own.secretary)).toHaveLength(30)
})

describe('taken off', () => {
  it('is no longer shown, is gone a day later, and leaves its name in the trail', async () => {
    const fileId = await send(own.secretary)
    await put(own.secretary, fileId)
    expect(await take(own.deputySecretary, fileId)).toBe('OK')
    expect(await names(own.secretary)).toEqual([])
    expect((await auditOf(world, meetingId)).at(-1)).toEqual({
      action: 'meetings.detach',
      actor: own.deputySecretary.memberId,
      detail: { fileId, name: '合影.jpg', state: 'open' },
    })
    world.clock.advance({ days: 1, seconds: 1 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(world.files.kept.has(`${own.orgId}/${fileId}`)).toBe(false)
  })

  it('can be put back by whoever uploaded it', async () => {
    const fileId = await send(own.secretary)
    await put(own.secretary, fileId)
    await take(own.secretary, fileId)
    expect((await world.succeed(own.secretary, links, { fileIds: [fileId] })).files).toHaveLength(1)
    expect(await put(own.secretary, fileId)).toBe('OK')
  })

  it('twice, or where it never was, changes nothing', async () => {
    const fileId = await send(own.secretary)
    await put(own.secretary, fileId)
    expect(await Promise.all([1, 2, 3].map(() => take(own.secretary, fileId)))).toEqual(['OK', 'OK', 'OK'])
    expect(await take(own.secretary, own.member.memberId)).toBe('OK')
    expect(await auditOf(world, meetingId)).toHaveLength(2)
  })

  it('is nothing a member may do', async () => {
    const fileId = await send(own.secretary)
    await put(own.secretary, fileId)
    expect(await take(own.member, fileId)).toBe('NOT_ALLOWED')
    expect(await names(own.member)).toEqual(['合影.jpg'])
  })
})
