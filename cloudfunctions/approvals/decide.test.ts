import type { InputOf } from '../kernel/contract'
import { meeting as meetingAction } from '../meetings/contract'
import { makeUps } from '../meetings/make-up-contract'
import { lineHistory } from '../meetings/record-contract'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { askForBadge, askForLeave, handInMakeUp } from '../testing/waiting'
import { openWorld, type World, worldOn } from '../testing/world'
import { decide, mostDecisions, waiting } from './contract'
import type { Item } from './order'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const submission = (submissionId: string): Item => ({ kind: 'submission', submissionId })
const leave = ({ meetingId }: { meetingId: string }, { memberId }: Person): Item => ({ kind: 'leave', meetingId, memberId })
const makeUp = ({ meetingId }: { meetingId: string }, { memberId }: Person): Item => ({ kind: 'make-up', meetingId, memberId })
const approve = (as: Person, items: Item[]) => world.succeed(as, decide, { items, decision: 'approved' })
const refusal = (as: Person, items: Item[], more: Partial<InputOf<typeof decide>> = {}) =>
  world.refusal(as, decide, { items, decision: 'approved', ...more })
const left = async (as = own.secretary) => (await world.succeed(as, waiting, {})).items.length
const leaveOf = async ({ meetingId }: { meetingId: string }) =>
  (await world.succeed(own.secretary, meetingAction, { meetingId })).leave.map(({ state, decision }) => ({ state, decision }))

describe('leave', () => {
  it('is granted as on the meeting’s own page, and the line’s history says so', async () => {
    const meeting = await askForLeave(world, own.branch, own.member)
    expect(await approve(own.secretary, [leave(meeting, own.member)])).toEqual({ decided: 1, already: 0 })
    expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'excused', how: 'manual' })
    expect(await leaveOf(meeting)).toEqual([{ state: 'granted', decision: null }])
    const { changes } = await world.succeed(own.secretary, lineHistory, { meetingId: meeting.meetingId, memberId: own.member.memberId })
    expect(changes).toMatchObject([{ by: 'secretary', what: 'leave-granted' }])
    expect(await left()).toBe(0)
  })

  it('is refused with a reason', async () => {
    const meeting = await askForLeave(world, own.branch, own.member)
    const items = [leave(meeting, own.member)]
    expect(await world.succeed(own.secretary, decide, { items, decision: 'returned', reason: '请尽量参加' })).toEqual({
      decided: 1,
      already: 0,
    })
    expect(await leaveOf(meeting)).toEqual([{ state: 'refused', decision: '请尽量参加' }])
    expect(await lineOf(world, meeting.meetingId, own.member)).toMatchObject({ state: 'expected' })
  })

  it('of a group is its leader’s to decide, of another group or the branch not', async () => {
    const mine = await askForLeave(world, own.group, own.member)
    const theirs = await askForLeave(world, own.siblingGroup, own.siblingMember)
    const ofBranch = await askForLeave(world, own.branch, own.member)
    expect(await refusal(own.groupLeader, [leave(theirs, own.siblingMember)])).toBe('NOT_ALLOWED')
    expect(await refusal(own.groupLeader, [leave(ofBranch, own.member)])).toBe('NOT_ALLOWED')
    expect(await approve(own.groupLeader, [leave(mine, own.member)])).toEqual({ decided: 1, already: 0 })
  })

  it('that has come to nothing is left as it is and holds up nothing else', async () => {
    const over = await askForLeave(world, own.branch, own.member)
    await world.database.db.updateTable('meetings').set({ state: 'closed' }).where('meeting_id', '=', over.meetingId).execute()
    const toCome = await askForLeave(world, own.branch, own.member)
    expect(await approve(own.secretary, [leave(over, own.member), leave(toCome, own.member)])).toEqual({ decided: 1, already: 1 })
    expect(await leaveOf(over)).toEqual([{ state: 'asked', decision: null }])
  })
})

describe('a make-up', () => {
  it('is accepted with its fact', async () => {
    const { meeting, makeUpId } = await handInMakeUp(world, own.branch, own.member)
    expect(await approve(own.organiser, [makeUp(meeting, own.member)])).toEqual({ decided: 1, already: 0 })
    expect(await kindsOf(world, makeUpId, own.member)).toEqual(['make-up-met'])
    expect(await auditOf(world, meeting.meetingId)).toMatchObject([
      { action: 'meetings.decideMakeUp', actor: own.organiser.memberId, detail: { decision: 'accepted' } },
    ])
  })

  it('is returned with the reason', async () => {
    const { meeting, makeUpId } = await handInMakeUp(world, own.branch, own.member)
    await world.succeed(own.secretary, decide, { items: [makeUp(meeting, own.member)], decision: 'returned', reason: '请结合岗位再写几句' })
    const rows = await world.succeed(own.secretary, makeUps, { meetingId: meeting.meetingId })
    expect(rows.makeUps).toMatchObject([{ state: 'returned', decision: '请结合岗位再写几句' }])
    expect(await kindsOf(world, makeUpId, own.member)).toEqual([])
  })
})

describe('many in one go', () => {
  it('are decided each by its own rules', async () => {
    const asked = await askForLeave(world, own.branch, own.member)
    const { meeting } = await handInMakeUp(world, own.group, own.siblingMember)
    const items = [submission(await askForBadge(world, own.member)), leave(asked, own.member), makeUp(meeting, own.siblingMember)]
    expect(await approve(own.secretary, items)).toEqual({ decided: 3, already: 0 })
    expect(await left()).toBe(0)
    expect(await approve(own.deputySecretary, items)).toEqual({ decided: 0, already: 3 })
  })

  it.each([
    ['another branch’s', 'NOT_ALLOWED', async () => submission(await askForBadge(world, own.otherMember))],
    ['the caller’s own', 'OWN_SUBMISSION', async () => submission(await askForBadge(world, own.secretary))],
    ['of another organisation', 'NOT_FOUND', async () => submission(await askForBadge(world, (await addOrganisation(world)).member))],
    [
      'of another organisation’s meeting',
      'NOT_FOUND',
      async () => {
        const other = await addOrganisation(world)
        return leave(await askForLeave(world, other.branch, other.member), other.member)
      },
    ],
  ] as const)('are none of them decided where one is %s', async (_, code, make) => {
    const asked = await askForLeave(world, own.branch, own.member)
    const items = [submission(await askForBadge(world, own.member)), await make(), leave(asked, own.member)]
    const before = await snapshot(world.database.db)
    expect(await refusal(own.secretary, items)).toBe(code)
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it('named twice are decided once', async () => {
    const item = submission(await askForBadge(world, own.member))
    expect(await approve(own.secretary, [item, item])).toEqual({ decided: 1, already: 1 })
  })

  it('are returned only with a reason, and at most so many', async () => {
    const item = submission(await askForBadge(world, own.member))
    expect(await refusal(own.secretary, [item], { decision: 'returned' })).toBe('INVALID_INPUT')
    expect(await refusal(own.secretary, [])).toBe('INVALID_INPUT')
    expect(await refusal(own.secretary, Array(mostDecisions + 1).fill(item))).toBe('INVALID_INPUT')
    expect(await left()).toBe(1)
  })

  it('are answered alike when the phone repeats itself', async () => {
    const items = [submission(await askForBadge(world, own.member))]
    const again = () => world.succeed(own.secretary, decide, { items, decision: 'approved', requestId: 'repeated-00000002' })
    expect([await again(), await again()]).toEqual([
      { decided: 1, already: 0 },
      { decided: 1, already: 0 },
    ])
  })
})

/** The same process, counting how often a write was begun: one that met a deadlock is begun again. */
function counting({ database, clock }: World) {
  const begun = { times: 0 }
  const world = worldOn(
    {
      ...database,
      transact: (work) =>
        database.transact((db) => {
          begun.times++
          return work(db)
        }),
    },
    clock,
  )
  return { world, begun }
}

it('two officers who decide the same list in opposite order decide each item exactly once and never in a circle', async () => {
  const second = await anotherProcess(world)
  const people = await Promise.all(
    Array.from({ length: 15 }, (_, index) => addPerson(world, { orgId: own.orgId, units: own, name: `同志${index}`, home: 'branch' })),
  )
  const evidence: [Person, string][] = []
  const items: Item[] = []
  for (const person of people) {
    const submissionId = await askForBadge(world, person)
    const { meeting, makeUpId } = await handInMakeUp(world, own.branch, person)
    items.push(submission(submissionId), leave(await askForLeave(world, own.branch, person), person), makeUp(meeting, person))
    const { subject_id } = await world.database.db
      .selectFrom('showcase_submissions')
      .select('subject_id')
      .where('submission_id', '=', submissionId)
      .executeTakeFirstOrThrow()
    evidence.push([person, subject_id], [person, makeUpId])
  }
  const [one, two] = [counting(world), counting(second)]
  const answers = await Promise.all([
    one.world.succeed(own.secretary, decide, { items, decision: 'approved' }),
    two.world.succeed(own.deputySecretary, decide, { items: [...items].reverse(), decision: 'approved' }),
  ])
  await second.close()
  expect(answers.map(({ decided }) => decided).sort((a, b) => a - b)).toEqual([0, items.length])
  expect([one.begun.times, two.begun.times]).toEqual([1, 1])
  for (const [person, id] of evidence) expect(await kindsOf(world, id, person)).toHaveLength(1)
  const decisions = await world.database.db
    .selectFrom('audit_entries')
    .select('entry_id')
    .where('org_id', '=', own.orgId)
    .where('action', 'in', ['approvals.decide', 'meetings.decideLeave', 'meetings.decideMakeUp'])
    .execute()
  expect(decisions).toHaveLength(items.length)
})
