import { upload } from '../files/contract'
import { newId } from '../kernel/ids'
import { checkIn } from '../meetings/contract'
import { addEvidence } from '../showcase/evidence-queries'
import { reportOutcome } from '../showcase/pledge-contract'
import { pdf, uploadOf } from '../testing/file-samples'
import { codeAt } from '../testing/meeting'
import { addOrganisation, type Organisation, type Person, type RoleName, roleNames } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { addSubmitted } from '../testing/showcase'
import { askForBadge, askForLeave, handInMakeUp } from '../testing/waiting'
import { openWorld, type World } from '../testing/world'
import { decide, mostWaiting, waiting } from './contract'
import { count } from './count-contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const look = (as: Person, input: { after?: { at: string; key: string } } = {}) => world.succeed(as, waiting, input)
const names = async (as: Person) => (await look(as)).items.map(({ kind, name }) => `${kind} ${name}`)
const counted = async (as: Person) => (await world.succeed(as, count, {})).waiting
const minutes = (passed: number) => world.clock.advance({ minutes: passed })

it('is empty where nothing waits', async () => {
  expect(await look(own.secretary)).toMatchObject({ items: [], more: false })
  expect(await counted(own.secretary)).toBe(0)
})

it('holds everything that waits, the oldest first, with what is decided on', async () => {
  const { meeting } = await handInMakeUp(world, own.branch, own.siblingMember)
  minutes(1)
  const submissionId = await askForBadge(world, own.member, '优秀共产党员')
  minutes(1)
  const { meetingId } = await askForLeave(world, own.group, own.member)
  const { items } = await look(own.secretary)
  const whose = ({ memberId, name }: Person) => ({ memberId, name, mine: false, decidable: true })
  const of = { title: '十一月集体学习' }
  expect(items).toMatchObject([
    { kind: 'make-up', ...whose(own.siblingMember), ...of, meetingId: meeting.meetingId, instructions: '学习会议文件', note: '已学习全文' },
    {
      kind: 'submission',
      ...whose(own.member),
      submissionId,
      unitName: '第一党支部',
      content: { kind: 'badge', text: '优秀共产党员' },
      evidence: [],
    },
    { kind: 'leave', ...whose(own.member), ...of, meetingId, unitName: '第一党小组', reason: '出差' },
  ])
  expect(await counted(own.secretary)).toBe(3)
})

it('shows evidence with its links: of a performance its own, of an outcome what was reported with it', async () => {
  const { fileId } = await world.succeed(own.member, upload, { name: '台账.pdf' }, { upload: uploadOf(pdf) })
  const pledgeId = await addPledge(world, own.member)
  const evidence = [{ kind: 'file' as const, fileId }]
  await world.succeed(own.member, reportOutcome, { pledgeId, outcome: 'kept', text: '走访 12 户', evidence })
  minutes(1)
  const performanceId = newId()
  await addSubmitted(world, own.member, performanceId, {
    ...{ kind: 'performance', year: 2026, quarter: 4, about: '每月走访一户', text: '走访 3 户', figure: '3', figureUnit: '户' },
  })
  const key = { org_id: own.orgId, place: 0, member_id: own.member.memberId, added_at: world.clock.now() }
  await addEvidence(world.database.db, [
    { ...key, subject_id: performanceId, file_id: null, url: 'https://example.cn/news', title: '简报' },
  ])
  expect((await look(own.secretary)).items).toMatchObject([
    { content: { kind: 'pledge-outcome', text: '走访 12 户' }, evidence: [{ kind: 'file', fileId, name: '台账.pdf' }] },
    { content: { kind: 'performance', figure: '3' }, evidence: [{ kind: 'link', url: 'https://example.cn/news', title: '简报' }] },
  ])
})

it('is what each answers for: the branch its officers’, a group’s meetings its leader’s, another branch nobody else’s', async () => {
  await askForBadge(world, own.siblingMember)
  minutes(1)
  await askForLeave(world, own.group, own.member)
  minutes(1)
  await askForLeave(world, own.siblingGroup, own.siblingMember)
  minutes(1)
  await handInMakeUp(world, own.otherBranch, own.otherMember)
  const all = ['submission siblingMember', 'leave member', 'leave siblingMember']
  for (const officer of [own.secretary, own.deputySecretary, own.organiser, own.publicist, own.inspector])
    expect(await names(officer)).toEqual(all)
  expect(await names(own.groupLeader)).toEqual(['leave member'])
  expect(await names(own.otherSecretary)).toEqual(['make-up otherMember'])
  expect(await names(own.committeeSecretary)).toEqual([])
})

it('is refused to whoever answers for nothing, and counts 0 for them', async () => {
  await askForBadge(world, own.member)
  for (const role of ['member', 'colleague', 'leader', 'administrator'] as const) {
    expect(await world.refusal(own[role], waiting, {})).toBe('NOT_ALLOWED')
    expect(await counted(own[role])).toBe(0)
  }
})

it('counts for every role what that role may decide', async () => {
  for (const role of roleNames) await askForBadge(world, own[role])
  await askForLeave(world, own.group, own.groupLeader)
  await askForLeave(world, own.siblingGroup, own.siblingMember)
  await handInMakeUp(world, own.branch, own.secretary)
  await handInMakeUp(world, own.otherGroup, own.otherMember)
  const decidable = async (role: RoleName) => {
    const { body } = await world.call(own[role], waiting, {})
    return body.ok ? body.data.items.filter((item) => item.decidable).length : 0
  }
  for (const role of roleNames) expect([role, await counted(own[role])]).toEqual([role, await decidable(role)])
  expect(await counted(own.secretary)).toBeGreaterThan(10)
})

describe('their own', () => {
  it('is shown and not theirs to decide where another officer can', async () => {
    const submissionId = await askForBadge(world, own.secretary)
    expect((await look(own.secretary)).items).toMatchObject([{ submissionId, mine: true, decidable: false }])
    expect(await counted(own.secretary)).toBe(0)
    expect((await look(own.organiser)).items).toMatchObject([{ submissionId, mine: false, decidable: true }])
  })

  it('is decided by them where they are the only officer', async () => {
    const submissionId = await askForBadge(world, own.otherSecretary)
    expect((await look(own.otherSecretary)).items).toMatchObject([{ mine: true, decidable: true }])
    expect(await counted(own.otherSecretary)).toBe(1)
    const items = [{ kind: 'submission' as const, submissionId }]
    expect(await world.succeed(own.otherSecretary, decide, { items, decision: 'approved' })).toEqual({ decided: 1, already: 0 })
  })
})

describe('leave that has come to nothing', () => {
  it('is no longer there once the person came', async () => {
    const meeting = await askForLeave(world, own.branch, own.member)
    await world.database.db.updateTable('meetings').set({ state: 'open' }).where('meeting_id', '=', meeting.meetingId).execute()
    expect(await names(own.secretary)).toEqual(['leave member'])
    await world.succeed(own.member, checkIn, { code: codeAt(meeting, world.clock.now()) })
    expect(await names(own.secretary)).toEqual([])
    expect(await counted(own.secretary)).toBe(0)
  })

  it.each(['closed', 'cancelled'] as const)('is no longer there once the meeting is %s', async (state) => {
    const { meetingId } = await askForLeave(world, own.branch, own.member)
    await world.database.db.updateTable('meetings').set({ state }).where('meeting_id', '=', meetingId).execute()
    expect(await names(own.secretary)).toEqual([])
    expect(await counted(own.secretary)).toBe(0)
  })
})

it('goes on after the last of the page before, also where all came at one moment', async () => {
  for (let number = 0; number < 40; number++) {
    await askForBadge(world, own.member, `标识 ${number}`)
    await askForLeave(world, own.branch, own.member)
    await handInMakeUp(world, own.branch, own.member)
  }
  const first = await look(own.secretary)
  expect([first.items.length, first.more]).toEqual([mostWaiting, true])
  const last = first.items[first.items.length - 1]
  const second = await look(own.secretary, { after: { at: last?.at ?? '', key: last?.key ?? '' } })
  expect([second.items.length, second.more]).toEqual([20, false])
  expect(new Set([...first.items, ...second.items].map(({ key }) => key)).size).toBe(120)
  expect(await counted(own.secretary)).toBe(120)
})
