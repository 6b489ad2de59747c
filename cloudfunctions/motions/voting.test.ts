import { checkIn, close as closeMeeting, invite, open as openMeeting, recordAttendance, schedule } from '../meetings/contract'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf } from '../testing/meeting-records'
import { addMotion, type Motion } from '../testing/motion'
import { votesOn } from '../testing/motion-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as motions from './contract'

let world: World
let own: Organisation
let meeting: Meeting
let motion: Motion

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const attends = (person: Person, state: 'present' | 'absent' = 'present') =>
  world.succeed(own.secretary, recordAttendance, { meetingId: meeting.meetingId, memberId: person.memberId, state, reason: '现场登记' })

/** Five may vote and three of them are there; a guest is there as well. */
beforeEach(async () => {
  const people = [own.secretary, own.deputySecretary, own.member, own.siblingMember, own.groupLeader]
  meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', people, guests: [own.activist] })
  for (const person of [own.secretary, own.deputySecretary, own.member, own.activist]) await attends(person)
  motion = await addMotion(world, meeting, { state: 'voting' })
})

const vote = (person: Person, choice: motions.Choice = 'in-favour', requestId?: string) =>
  world.refusal(person, motions.vote, { ...motion, choice, ...(requestId && { requestId }) })
const close = () => world.succeed(own.secretary, motions.closeVoting, motion)
async function shown(as: Person = own.secretary) {
  const list = await world.succeed(as, motions.list, { meetingId: meeting.meetingId })
  const [found] = list.motions
  if (!found) throw new Error('no motion')
  return { ...list, motion: found, tally: found.tally }
}

describe('a vote on the phone', () => {
  it('is shown at once, against all who are entitled', async () => {
    expect((await shown()).tally).toEqual({
      ...{ entitled: 5, present: 3, inFavour: 0, against: 0, abstained: 0 },
      ...{ notVoted: 5, needed: 3, passed: false },
    })
    await vote(own.member)
    await vote(own.secretary, 'against')
    await vote(own.deputySecretary, 'abstained')
    expect((await shown()).tally).toMatchObject({ inFavour: 1, against: 1, abstained: 1, notVoted: 2 })
  })

  it('is the caller’s own, and nobody else’s', async () => {
    await vote(own.member, 'against')
    expect((await shown(own.member)).motion.myChoice).toBe('against')
    expect((await shown(own.secretary)).motion.myChoice).toBeNull()
  })

  it('can be changed until it is closed, and counts once', async () => {
    for (const choice of ['in-favour', 'abstained', 'against'] as const) expect(await vote(own.member, choice)).toBe('OK')
    expect((await shown()).tally).toMatchObject({ inFavour: 0, against: 1, abstained: 0, notVoted: 4 })
    expect((await votesOn(world, motion)).size).toBe(1)
  })

  it('sent twice under one key is one vote and one entry in the trail', async () => {
    const sent = [vote(own.member, 'in-favour', 'vote-000001'), vote(own.member, 'in-favour', 'vote-000001')]
    expect(await Promise.all(sent)).toEqual(['OK', 'OK'])
    expect((await shown()).tally).toMatchObject({ inFavour: 1, notVoted: 4 })
    expect(await auditOf(world, motion.motionId)).toEqual([
      { action: 'motions.vote', actor: own.member.memberId, detail: { choice: 'in-favour' } },
    ])
  })

  it('counts of somebody who scans while the voting goes on', async () => {
    expect(await vote(own.groupLeader)).toBe('NOT_PRESENT')
    await world.succeed(own.groupLeader, checkIn, { code: codeAt(meeting, world.clock.now()) })
    expect(await vote(own.groupLeader)).toBe('OK')
    expect((await shown()).tally).toMatchObject({ present: 4, inFavour: 1 })
  })
})

describe('who may not vote', () => {
  it.each<[string, () => Person, string]>([
    ['somebody entitled who is not there', () => own.siblingMember, 'NOT_PRESENT'],
    ['a guest', () => own.activist, 'NOT_ENTITLED'],
    ['somebody of the branch who is not on the list', () => own.colleague, 'NOT_ALLOWED'],
    ['somebody of another branch', () => own.otherMember, 'NOT_ALLOWED'],
    ['the administrator', () => own.administrator, 'NOT_ALLOWED'],
    ['the leader to whom the branch is linked', () => own.leader, 'NOT_ALLOWED'],
  ])('%s', async (_, who, code) => {
    expect(await vote(who())).toBe(code)
    expect((await votesOn(world, motion)).size).toBe(0)
  })

  it('a probationary member, though counted and there', async () => {
    await world.succeed(own.secretary, invite, { meetingId: meeting.meetingId, memberIds: [own.probationary.memberId], reason: '列席' })
    await attends(own.probationary)
    expect(await vote(own.probationary)).toBe('NOT_ENTITLED')
    expect((await shown()).tally).toMatchObject({ entitled: 5, present: 3 })
  })

  it.each<[motions.MotionState, string]>([
    ['put', 'VOTING_NOT_OPEN'],
    ['withdrawn', 'MOTION_WITHDRAWN'],
  ])('anyone, on a motion that is %s', async (state, code) => {
    motion = await addMotion(world, meeting, { state: state === 'put' ? 'put' : 'withdrawn' })
    expect(await vote(own.member)).toBe(code)
  })

  it('anyone, once it is closed', async () => {
    await vote(own.member, 'against')
    await close()
    expect(await vote(own.member, 'in-favour')).toBe('VOTING_CLOSED')
    expect(await shown()).toMatchObject({ tally: { inFavour: 0, against: 1 } })
  })

  it('anyone by phone where hands are shown', async () => {
    motion = await addMotion(world, meeting, { state: 'voting', kind: 'show-of-hands' })
    expect(await vote(own.member)).toBe('VOTED_BY_HAND')
  })
})

describe('who is entitled', () => {
  it('leaves out the probationary, those recorded as unable, and guests', async () => {
    const { siblingMember } = own
    await world.database.db
      .updateTable('organisation_members')
      .set({ unable: true })
      .where('member_id', '=', siblingMember.memberId)
      .execute()
    const input = { unitId: own.branch, kind: 'assembly' as const, title: '大会', startsAt: '2026-11-23T09:00:00+08:00', place: '三楼' }
    const { meetingId } = await world.succeed(own.secretary, schedule, input)
    await world.succeed(own.secretary, openMeeting, { meetingId })
    await world.succeed(own.secretary, invite, { meetingId, memberIds: [own.activist.memberId], reason: '列席' })
    // Nine are expected: five officers, the group's leader, two members and one on probation.
    expect(await world.succeed(own.secretary, motions.list, { meetingId })).toMatchObject({ entitled: 7, quorum: { needed: 4 } })
    await world.database.db
      .updateTable('organisation_members')
      .set({ unable: false })
      .where('member_id', '=', siblingMember.memberId)
      .execute()
  })
})

describe('attendance corrected while voting', () => {
  it('takes the vote of somebody who is not there out of the numbers, and gives it back', async () => {
    for (const person of [own.secretary, own.deputySecretary, own.member]) await vote(person)
    expect((await shown()).tally).toMatchObject({ present: 3, inFavour: 3, passed: true })
    await attends(own.member, 'absent')
    expect((await shown()).tally).toMatchObject({ present: 2, inFavour: 2, notVoted: 3, passed: false })
    await attends(own.member)
    expect((await shown()).tally).toMatchObject({ present: 3, inFavour: 3, passed: true })
  })

  it('counts for the close, for the names and for the facts', async () => {
    for (const person of [own.secretary, own.deputySecretary, own.member]) await vote(person)
    await attends(own.member, 'absent')
    expect(await close()).toEqual({ passed: false })
    const { votes } = await world.succeed(own.secretary, motions.votes, motion)
    expect(votes.map(({ name }) => name).sort()).toEqual(['deputySecretary', 'secretary'])
    expect((await votesOn(world, motion)).get(own.member.memberId)?.counted).toBe(false)
    expect(await kindsOf(world, motion.motionId, own.member)).toEqual([])
  })

  it('changes nothing once the motion is closed: its numbers are those of that moment', async () => {
    for (const person of [own.secretary, own.deputySecretary, own.member]) await vote(person)
    await close()
    await attends(own.member, 'absent')
    expect((await shown()).tally).toMatchObject({ entitled: 5, present: 3, inFavour: 3, passed: true })
    expect((await world.succeed(own.member, motions.votes, motion)).votes).toHaveLength(3)
  })
})

describe('the close', () => {
  it('freezes the numbers, and leaves facts of the decision and of each vote', async () => {
    for (const person of [own.secretary, own.deputySecretary, own.member]) await vote(person)
    expect(await close()).toEqual({ passed: true })
    await world.succeed(own.groupLeader, checkIn, { code: codeAt(meeting, world.clock.now()) })
    expect(await shown()).toMatchObject({
      motion: { state: 'closed', closedAt: '2026-11-23T09:00:00.000+08:00' },
      tally: { entitled: 5, present: 3, inFavour: 3, notVoted: 2, needed: 3, passed: true },
    })
    expect(await kindsOf(world, motion.motionId, null)).toEqual(['motion-passed'])
    expect(await kindsOf(world, motion.motionId, own.member)).toEqual(['voted'])
    expect(await kindsOf(world, motion.motionId, own.siblingMember)).toEqual([])
  })

  it('leaves the unit no fact of what it did not decide, and the members those of their votes', async () => {
    await vote(own.member, 'against')
    await close()
    expect(await kindsOf(world, motion.motionId, null)).toEqual([])
    expect(await kindsOf(world, motion.motionId, own.member)).toEqual(['voted'])
  })

  it('may come after the meeting was closed: a vote under way is finished by those who were there', async () => {
    await vote(own.secretary)
    await world.succeed(own.secretary, closeMeeting, { meetingId: meeting.meetingId })
    expect(await vote(own.member)).toBe('OK')
    expect(await vote(own.siblingMember)).toBe('NOT_PRESENT')
    await close()
    expect((await shown()).tally).toMatchObject({ present: 3, inFavour: 2, notVoted: 3 })
  })

  it('shows the names to those who were there and those who lead, and to nobody else', async () => {
    await vote(own.member, 'against')
    expect(await world.refusal(own.secretary, motions.votes, motion)).toBe('VOTING_NOT_CLOSED')
    await close()
    const expected = { votes: [{ memberId: own.member.memberId, name: 'member', choice: 'against' }] }
    expect(await world.succeed(own.activist, motions.votes, motion)).toEqual(expected)
    expect(await world.refusal(own.colleague, motions.votes, motion)).toBe('NOT_ALLOWED')
    expect(await shown(own.colleague)).toMatchObject({ canSeeVotes: false, canManage: false, mine: null })
  })
})
