import type { MeetingState } from '../meetings/contract'
import { recordAttendance } from '../meetings/contract'
import { admit } from '../meetings/remote-contract'
import { addMeeting, type Meeting } from '../testing/meeting'
import { auditOf, factsOf, kindsOf } from '../testing/meeting-records'
import { addMotion, type Motion } from '../testing/motion'
import { motionRow } from '../testing/motion-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as motions from './contract'
import { motionsOf } from './index'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

/** Five may vote; `there` of them are. */
async function newMeeting({ state = 'open' as MeetingState, there = 3, kind = 'assembly' as 'assembly' | 'theme-day' } = {}) {
  const people = [own.secretary, own.deputySecretary, own.member, own.siblingMember, own.groupLeader]
  const meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, kind, state, people })
  const present = people.slice(0, there).map(({ memberId }) => memberId)
  if (there) {
    await world.database.db
      .updateTable('meetings_attendances')
      .set({ state: 'present', at: world.clock.now(), how: 'scan' })
      .where('meeting_id', '=', meeting.meetingId)
      .where('member_id', 'in', present)
      .execute()
  }
  return meeting
}
const put = ({ meetingId }: Meeting, kind: motions.MotionKind = 'open', as: Person = own.secretary) =>
  world.call(as, motions.put, { meetingId, text: '  同意王小明转为正式党员 ', kind })
const open = (motion: Motion) => world.refusal(own.secretary, motions.openVoting, motion)
const listed = async ({ meetingId }: Meeting) => (await world.succeed(own.secretary, motions.list, { meetingId })).motions

describe('putting a motion', () => {
  it.each<[MeetingState, string]>([
    ['scheduled', 'OK'],
    ['open', 'OK'],
    ['closed', 'MEETING_ENDED'],
    ['cancelled', 'MEETING_CANCELLED'],
  ])('to a %s meeting is %s', async (state, outcome) => {
    const meeting = await newMeeting({ state, there: 0 })
    const { body } = await put(meeting)
    expect(body.ok ? 'OK' : body.error.code).toBe(outcome)
    expect(await listed(meeting)).toHaveLength(outcome === 'OK' ? 1 : 0)
  })

  it('lists it with no numbers yet, in the order it was put', async () => {
    const meeting = await newMeeting()
    await put(meeting, 'show-of-hands')
    world.clock.advance({ seconds: 1 })
    await put(meeting, 'open')
    expect(await listed(meeting)).toMatchObject([
      { text: '同意王小明转为正式党员', kind: 'show-of-hands', state: 'put', tally: null, closedAt: null, corrections: [] },
      { kind: 'open', state: 'put' },
    ])
  })

  it('does not offer a secret ballot yet', async () => {
    const meeting = await newMeeting()
    expect((await put(meeting, 'secret')).body).toMatchObject({ ok: false, error: { code: 'SECRET_NOT_OFFERED' } })
    expect(await listed(meeting)).toEqual([])
  })

  it('leaves a trail', async () => {
    const meeting = await newMeeting()
    const { motionId } = await world.succeed(own.secretary, motions.put, { meetingId: meeting.meetingId, text: '年度计划', kind: 'open' })
    expect(await auditOf(world, motionId)).toEqual([
      { action: 'motions.put', actor: own.secretary.memberId, detail: { meetingId: meeting.meetingId, text: '年度计划', kind: 'open' } },
    ])
  })
})

describe('opening the voting', () => {
  it.each<[string, Parameters<typeof newMeeting>[0], string]>([
    ['with a quorum', { there: 3 }, 'OK'],
    ['without one', { there: 2 }, 'QUORUM_NOT_MET'],
    ['where the kind of meeting has none', { there: 0, kind: 'theme-day' }, 'OK'],
    ['before the meeting', { state: 'scheduled' }, 'MEETING_FIRST'],
    ['after it', { state: 'closed' }, 'MEETING_ENDED'],
    ['of a cancelled one', { state: 'cancelled' }, 'MEETING_CANCELLED'],
  ])('%s', async (_, options, outcome) => {
    const motion = await addMotion(world, await newMeeting(options))
    expect(await open(motion)).toBe(outcome)
    expect((await motionRow(world, motion)).state).toBe(outcome === 'OK' ? 'voting' : 'put')
  })

  it('waits for the end of another, so that everyone votes on one thing', async () => {
    const meeting = await newMeeting()
    const [first, second] = [await addMotion(world, meeting), await addMotion(world, meeting)]
    expect([await open(first), await open(second)]).toEqual(['OK', 'ANOTHER_VOTING'])
    await world.succeed(own.secretary, motions.closeVoting, first)
    expect(await open(second)).toBe('OK')
  })

  it('once more changes nothing, and of a closed or withdrawn one is refused', async () => {
    const meeting = await newMeeting()
    const motion = await addMotion(world, meeting)
    expect([await open(motion), await open(motion)]).toEqual(['OK', 'OK'])
    expect(await auditOf(world, motion.motionId)).toHaveLength(1)
    await world.succeed(own.secretary, motions.closeVoting, motion)
    expect(await open(motion)).toBe('VOTING_CLOSED')
    expect(await open(await addMotion(world, meeting, { state: 'withdrawn' }))).toBe('MOTION_WITHDRAWN')
  })
})

describe('withdrawing', () => {
  const withdraw = (motion: Motion) => world.refusal(own.secretary, motions.withdraw, motion)

  it('takes back what was not opened, once', async () => {
    const meeting = await newMeeting()
    const motion = await addMotion(world, meeting)
    expect([await withdraw(motion), await withdraw(motion)]).toEqual(['OK', 'MOTION_WITHDRAWN'])
    expect(await listed(meeting)).toMatchObject([{ state: 'withdrawn', tally: null }])
  })

  it('does not take back what is being voted on or was decided', async () => {
    const motion = await addMotion(world, await newMeeting(), { state: 'voting' })
    expect(await withdraw(motion)).toBe('VOTING_BEGUN')
    await world.succeed(own.secretary, motions.closeVoting, motion)
    expect(await withdraw(motion)).toBe('VOTING_BEGUN')
  })
})

describe('a show of hands', () => {
  const counted = (inFavour: number, against = 0, abstained = 0) => ({ inFavour, against, abstained })
  const close = (motion: Motion, counts?: ReturnType<typeof counted>) =>
    world.call(own.secretary, motions.closeVoting, { ...motion, ...(counts && { counts }) })
  const correct = (motion: Motion, counts: ReturnType<typeof counted>, reason = '重新清点') =>
    world.call(own.secretary, motions.correct, { ...motion, counts, reason })
  const handsUp = (meeting: Meeting) => addMotion(world, meeting, { kind: 'show-of-hands', state: 'voting' })

  it('is closed with its counts', async () => {
    const meeting = await newMeeting({ there: 4 })
    const motion = await handsUp(meeting)
    expect((await close(motion, counted(3, 1))).body).toEqual({ ok: true, data: { passed: true } })
    expect(await listed(meeting)).toMatchObject([
      { state: 'closed', tally: { entitled: 5, present: 4, inFavour: 3, against: 1, abstained: 0, notVoted: 1, passed: true } },
    ])
    expect(await kindsOf(world, motion.motionId, null)).toEqual(['motion-passed'])
    expect(await kindsOf(world, motion.motionId, own.member)).toEqual([])
    expect((await world.succeed(own.secretary, motions.votes, motion)).votes).toEqual([])
  })

  it('has no more hands than there are voters in the room', async () => {
    const motion = await handsUp(await newMeeting({ there: 3 }))
    expect((await close(motion, counted(3, 1))).body).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { counts: '三项合计 4 人，多于到会有表决权的 3 人，请重新清点' } },
    })
    expect((await motionRow(world, motion)).state).toBe('voting')
    expect((await close(motion, counted(2, 1))).status).toBe(200)
  })

  it('needs its counts, and a vote on the phone takes none', async () => {
    const meeting = await newMeeting()
    expect((await close(await handsUp(meeting))).body).toMatchObject({ error: { fields: { counts: '请填写举手的人数' } } })
    const byPhone = await addMotion(world, meeting, { state: 'voting' })
    expect((await close(byPhone, counted(3))).body).toMatchObject({ error: { fields: { counts: '手机表决由系统计票，不用填写人数' } } })
  })

  it('refuses less than no hands', async () => {
    const motion = await handsUp(await newMeeting())
    expect((await close(motion, counted(-1))).body).toMatchObject({ error: { fields: { 'counts.inFavour': '不能小于 0' } } })
  })

  it('is not closed before it was opened, nor twice', async () => {
    const meeting = await newMeeting()
    expect((await close(await addMotion(world, meeting), counted(1))).body).toMatchObject({ error: { code: 'VOTING_NOT_OPEN' } })
    const motion = await handsUp(meeting)
    await close(motion, counted(3))
    expect((await close(motion, counted(1))).body).toMatchObject({ error: { code: 'VOTING_CLOSED' } })
    expect(await motionRow(world, motion)).toMatchObject({ in_favour: 3 })
  })

  it('is corrected with a reason, and what stood before stays visible', async () => {
    const meeting = await newMeeting({ there: 4 })
    const motion = await handsUp(meeting)
    await close(motion, counted(3, 1))
    world.clock.advance({ minutes: 5 })
    expect((await correct(motion, counted(2, 2), '漏数一人反对')).body).toEqual({ ok: true, data: { passed: false } })
    world.clock.advance({ minutes: 5 })
    await correct(motion, counted(4), '复核录像')
    const [found] = await listed(meeting)
    expect(found?.tally).toMatchObject({ present: 4, inFavour: 4, against: 0, passed: true })
    expect(found?.corrections).toMatchObject([
      { author: 'secretary', reason: '复核录像', inFavour: 2, against: 2, abstained: 0 },
      { author: 'secretary', reason: '漏数一人反对', inFavour: 3, against: 1, abstained: 0 },
    ])
  })

  it('takes the fact of the decision back with the reason, and gives it again', async () => {
    const motion = await handsUp(await newMeeting({ there: 4 }))
    await close(motion, counted(3, 1))
    for (const [counts, reason] of [
      [counted(2, 2), '误记'],
      [counted(1, 2), '又误记'],
      [counted(3, 1), '复核'],
    ] as const) {
      world.clock.advance({ minutes: 1 })
      await correct(motion, counts, reason)
    }
    expect(await kindsOf(world, motion.motionId, null)).toEqual(['motion-passed', '-motion-passed', 'motion-passed'])
    expect((await factsOf(world, motion.motionId, null)).map(({ reason }) => reason)).toEqual([null, '误记', '复核'])
  })

  it('is corrected within those who were present then, whoever came since', async () => {
    const meeting = await newMeeting({ there: 3 })
    const motion = await handsUp(meeting)
    await close(motion, counted(3))
    const { meetingId } = meeting
    const late = { meetingId, memberId: own.siblingMember.memberId, state: 'present' as const, reason: '迟到' }
    await world.succeed(own.secretary, recordAttendance, late)
    expect((await correct(motion, counted(4))).body).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(await listed(meeting)).toMatchObject([{ tally: { present: 3, inFavour: 3 }, corrections: [] }])
  })

  it('is not corrected before it is closed, and votes on the phone never are', async () => {
    const meeting = await newMeeting()
    const motion = await handsUp(meeting)
    expect((await correct(motion, counted(1))).body).toMatchObject({ error: { code: 'VOTING_NOT_CLOSED' } })
    const byPhone = await addMotion(world, meeting, { state: 'voting' })
    await world.succeed(own.secretary, motions.closeVoting, byPhone)
    expect((await correct(byPhone, counted(1))).body).toMatchObject({ error: { code: 'VOTES_STAND' } })
  })

  it('is told to the record with its numbers, once it is closed', async () => {
    const meeting = await newMeeting({ there: 4 })
    const motion = await handsUp(meeting)
    await addMotion(world, meeting)
    expect(await motionsOf(world.database.db, own.orgId, meeting.meetingId)).toEqual([])
    await close(motion, counted(3, 1))
    expect(await motionsOf(world.database.db, own.orgId, meeting.meetingId)).toMatchObject([
      { ...motion, text: '通过年度工作计划', entitled: 5, present: 4, inFavour: 3, against: 1, abstained: 0, notVoted: 1, passed: true },
    ])
  })
})

describe('somebody who joins from afar', () => {
  const admitted = ({ meetingId }: Meeting, { memberId }: Person) => world.refusal(own.secretary, admit, { meetingId, memberId })

  it('counts as present and votes only once they are admitted by name', async () => {
    const meeting = await newMeeting({ there: 2 })
    const motion = await addMotion(world, meeting)
    expect(await open(motion)).toBe('QUORUM_NOT_MET')
    expect(await admitted(meeting, own.member)).toBe('OK')
    expect(await open(motion)).toBe('OK')
    expect(await world.refusal(own.member, motions.vote, { ...motion, choice: 'in-favour' })).toBe('OK')
    expect(await listed(meeting)).toMatchObject([{ tally: { present: 3, inFavour: 1 } }])
  })
})
