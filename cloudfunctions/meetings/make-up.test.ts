import { addMeeting, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { close, recordAttendance } from './contract'
import { decideMakeUp, handInMakeUp, makeUps, myMakeUps, setMakeUp } from './make-up-contract'

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
  meeting = await closedMeeting()
})

/** The secretary came, the deputy is on leave, member and sibling missed it, a guest did not come either. */
async function closedMeeting() {
  const people = [own.secretary, own.deputySecretary, own.member, own.siblingMember]
  const made = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'lecture', people, guests: [own.activist] })
  await set(own.secretary, 'present', made)
  await set(own.deputySecretary, 'excused', made)
  await world.succeed(own.secretary, close, { meetingId: made.meetingId })
  return made
}
const set = (person: Person, state: 'present' | 'excused' | 'absent', { meetingId } = meeting) =>
  world.succeed(own.secretary, recordAttendance, { meetingId, memberId: person.memberId, state, reason: '核实' })

const task = { dueAt: '2026-12-01T23:59:00+08:00', instructions: '学习党课讲稿，写心得', whom: 'absent' as const }
const ask = (more: Partial<Omit<typeof task, 'whom'> & { whom: 'absent' | 'absent-and-excused' }> = {}) =>
  world.succeed(own.secretary, setMakeUp, { meetingId: meeting.meetingId, ...task, ...more })
const mine = async (person: Person) =>
  (await world.succeed(person, myMakeUps, {})).makeUps.filter((each) => each.meetingId === meeting.meetingId)
const owing = async () =>
  Object.fromEntries(
    (await world.succeed(own.secretary, makeUps, { meetingId: meeting.meetingId })).makeUps.map(({ name, state }) => [name, state]),
  )
const handIn = (person: Person, note = '已学习全文，收获很大') =>
  world.refusal(person, handInMakeUp, { meetingId: meeting.meetingId, note })
const decide = (decision: 'accepted' | 'returned', comment?: string, as = own.secretary) =>
  world.refusal(as, decideMakeUp, { meetingId: meeting.meetingId, memberId: own.member.memberId, decision, ...(comment && { comment }) })
/** Facts about a person's make-up of this meeting. */
async function factsOf(person: Person) {
  const row = await world.database.db
    .selectFrom('meetings_make_ups')
    .select('make_up_id')
    .where('meeting_id', '=', meeting.meetingId)
    .where('member_id', '=', person.memberId)
    .executeTakeFirst()
  return row ? kindsOf(world, row.make_up_id, person) : []
}

describe('asking for it', () => {
  it('is owed by those absent alone, or by those on leave as well, and by no guest', async () => {
    expect(await ask()).toEqual({ owed: 2 })
    expect(await owing()).toEqual({ member: 'owed', siblingMember: 'owed' })
    expect(await ask({ whom: 'absent-and-excused' })).toEqual({ owed: 3 })
    expect(await owing()).toEqual({ member: 'owed', siblingMember: 'owed', deputySecretary: 'owed' })
    for (const person of [own.member, own.siblingMember, own.deputySecretary]) expect(await factsOf(person)).toEqual(['make-up-owed'])
    expect((await auditOf(world, meeting.meetingId)).at(-1)).toMatchObject({ action: 'meetings.setMakeUp', detail: { owed: 3 } })
  })

  it('again lets go of those who owe it no more, and owes it anew', async () => {
    await ask({ whom: 'absent-and-excused' })
    world.clock.advance({ minutes: 1 })
    expect(await ask({ dueAt: '2026-12-05T23:59:00+08:00' })).toEqual({ owed: 2 })
    expect(await owing()).toEqual({ member: 'owed', siblingMember: 'owed' })
    expect(await factsOf(own.deputySecretary)).toEqual(['make-up-owed', '-make-up-owed'])
    expect(await factsOf(own.member)).toEqual(['make-up-owed'])
    expect(await mine(own.member)).toMatchObject([{ dueAt: '2026-12-05T23:59:00.000+08:00' }])
    world.clock.advance({ minutes: 1 })
    await ask({ whom: 'absent-and-excused' })
    expect(await factsOf(own.deputySecretary)).toEqual(['make-up-owed', '-make-up-owed', 'make-up-owed'])
  })

  it('leaves what was handed in as it is', async () => {
    await ask()
    await handIn(own.member)
    expect(await ask({ instructions: '改学另一份材料' })).toEqual({ owed: 1 })
    expect(await mine(own.member)).toMatchObject([{ state: 'handed-in', instructions: '学习党课讲稿，写心得' }])
  })

  it('does it once for the same request', async () => {
    await ask({ requestId: 'make-up-1' } as object)
    await ask({ requestId: 'make-up-1' } as object)
    expect(await factsOf(own.member)).toEqual(['make-up-owed'])
  })

  it('twice at once is owed once', async () => {
    const other = await anotherProcess(world)
    const input = { meetingId: meeting.meetingId, ...task }
    await Promise.all([world.succeed(own.secretary, setMakeUp, input), other.succeed(own.deputySecretary, setMakeUp, input)])
    expect(await factsOf(own.member)).toEqual(['make-up-owed'])
    await other.close()
  })

  it.each([
    ['scheduled', 'MEETING_NOT_CLOSED'],
    ['open', 'MEETING_NOT_CLOSED'],
    ['cancelled', 'MEETING_CANCELLED'],
    ['closed', 'NOBODY_MISSED'],
  ] as const)('of a %s meeting without anybody missing is refused with %s', async (state, code) => {
    const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, state })
    const before = await snapshot(world.database.db)
    expect(await world.refusal(own.secretary, setMakeUp, { meetingId, ...task })).toBe(code)
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it('needs a date to come and words', async () => {
    const input = { meetingId: meeting.meetingId, ...task }
    expect(await world.refusal(own.secretary, setMakeUp, { ...input, dueAt: '2026-11-23T08:59:00+08:00' })).toBe('INVALID_INPUT')
    expect(await world.refusal(own.secretary, setMakeUp, { ...input, instructions: ' ' })).toBe('INVALID_INPUT')
  })
})

describe('handing it in', () => {
  it('shows what is owed to whoever owes it, and to nobody else', async () => {
    await ask()
    expect(await mine(own.member)).toEqual([
      {
        meetingId: meeting.meetingId,
        title: '十一月集体学习',
        unitName: '第一党支部',
        startsAt: '2026-11-23T09:00:00.000+08:00',
        state: 'owed',
        dueAt: '2026-12-01T23:59:00.000+08:00',
        instructions: '学习党课讲稿，写心得',
        note: null,
        handedInAt: null,
        decision: null,
      },
    ])
    expect(await mine(own.secretary)).toEqual([])
    expect(await handIn(own.secretary)).toBe('NOTHING_OWED')
  })

  it('is possible after the date, and again until it is accepted', async () => {
    await ask()
    world.clock.set('2026-12-03T10:00:00+08:00')
    expect([await handIn(own.member), await handIn(own.member, '补充两点')]).toEqual(['OK', 'OK'])
    expect(await mine(own.member)).toMatchObject([{ state: 'handed-in', note: '补充两点', handedInAt: '2026-12-03T10:00:00.000+08:00' }])
    await decide('accepted')
    expect(await handIn(own.member)).toBe('NOTHING_OWED')
    expect(await mine(own.member)).toEqual([])
    const { makeUps: one } = await world.succeed(own.member, myMakeUps, { meetingId: meeting.meetingId })
    expect(one).toMatchObject([{ state: 'accepted', note: '补充两点' }])
  })

  it('is refused where nothing was asked for, and needs words', async () => {
    expect(await handIn(own.member)).toBe('NOTHING_OWED')
    await ask()
    expect(await handIn(own.member, '  ')).toBe('INVALID_INPUT')
  })
})

describe('deciding', () => {
  beforeEach(async () => void (await ask()))

  it('accepts it, and writes that it was met when it was handed in', async () => {
    world.clock.set('2026-11-24T09:00:00+08:00')
    await handIn(own.member)
    world.clock.advance({ days: 1 })
    expect(await decide('accepted')).toBe('OK')
    expect(await factsOf(own.member)).toEqual(['make-up-owed', 'make-up-met'])
    const met = await world.database.db
      .selectFrom('facts')
      .selectAll()
      .where('kind', '=', 'make-up-met')
      .where('member_id', '=', own.member.memberId)
      .where('recorded_at', '=', world.clock.now())
      .executeTakeFirst()
    expect(met).toMatchObject({ happened_at: new Date('2026-11-24T09:00:00+08:00'), filter: 'lecture', unit_id: own.branch })
  })

  it('returns it with a reason, and it is handed in again', async () => {
    await handIn(own.member)
    expect(await decide('returned')).toBe('INVALID_INPUT')
    expect(await decide('returned', '请结合岗位写')).toBe('OK')
    expect(await mine(own.member)).toMatchObject([{ state: 'returned', decision: '请结合岗位写' }])
    expect(await factsOf(own.member)).toEqual(['make-up-owed'])
    expect(await handIn(own.member)).toBe('OK')
    expect(await mine(own.member)).toMatchObject([{ state: 'handed-in', decision: null }])
  })

  it('finds nothing to decide before it is handed in, and after it was decided', async () => {
    expect(await decide('accepted')).toBe('NOTHING_TO_DECIDE')
    await handIn(own.member)
    await decide('accepted')
    expect(await decide('returned', '再写')).toBe('NOTHING_TO_DECIDE')
  })

  it('by two officers at once decides once', async () => {
    await handIn(own.member)
    const both = await Promise.all([decide('accepted'), decide('accepted', undefined, own.deputySecretary)])
    expect(both.sort()).toEqual(['NOTHING_TO_DECIDE', 'OK'])
    expect(await factsOf(own.member)).toEqual(['make-up-owed', 'make-up-met'])
  })
})

describe('when the attendance is corrected', () => {
  beforeEach(async () => void (await ask()))

  it('to present, nothing is owed and what was written is reversed', async () => {
    await handIn(own.member)
    await decide('accepted')
    world.clock.advance({ minutes: 1 })
    await set(own.member, 'present')
    expect(await owing()).toEqual({ siblingMember: 'owed' })
    expect((await factsOf(own.member)).sort()).toEqual(['-make-up-met', '-make-up-owed', 'make-up-met', 'make-up-owed'])
    expect(await kindsOf(world, meeting.meetingId, own.member)).toEqual(['meeting-absent', '-meeting-absent', 'meeting-attended'])
    expect(await handIn(own.member)).toBe('NOTHING_OWED')
  })

  it('twice, is reversed once', async () => {
    world.clock.advance({ minutes: 1 })
    await set(own.member, 'present')
    await set(own.member, 'absent')
    await set(own.member, 'present')
    expect(await factsOf(own.member)).toEqual(['make-up-owed', '-make-up-owed'])
  })

  it('to excused, it is still owed', async () => {
    await set(own.member, 'excused')
    expect(await owing()).toEqual({ member: 'owed', siblingMember: 'owed' })
    expect(await factsOf(own.member)).toEqual(['make-up-owed'])
  })
})
