import { addMeeting, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf } from '../testing/meeting-records'
import { addMotion, type Motion } from '../testing/motion'
import { motionRow, votesOn } from '../testing/motion-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess, interceptedWrites } from '../testing/processes'
import { undo } from '../testing/trial'
import { openWorld, type World } from '../testing/world'
import * as motions from './contract'
import { guard } from './queries'

/** Two processes on the same tables; on PostgreSQL their statements really overlap. */
let first: World
let second: World
let own: Organisation
let hall: Person[]
let meeting: Meeting
let motion: Motion

beforeAll(async () => {
  first = await openWorld()
  second = await anotherProcess(first)
  own = await addOrganisation(first)
  hall = await Promise.all(
    Array.from({ length: 24 }, (_, index) => addPerson(first, { orgId: own.orgId, units: own, name: `hall${index}`, home: 'branch' })),
  )
})
afterAll(async () => {
  await second.close()
  await first.close()
})
beforeEach(async () => {
  const people = [own.secretary, own.member, ...hall]
  meeting = await addMeeting(first, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', people })
  await first.database.db
    .updateTable('meetings_attendances')
    .set({ state: 'present', at: first.clock.now(), how: 'scan' })
    .where('meeting_id', '=', meeting.meetingId)
    .execute()
  motion = await addMotion(first, meeting, { state: 'voting' })
})

const worldOf = (index: number) => (index % 2 ? second : first)
const inFavour = { choice: 'in-favour' as const }

describe('a vote that was judged before the close and is written after it', () => {
  /** The motion is closed just before the vote is written; `edit` has the last word on the text of that write. */
  const lateVote = (edit: (text: string) => string = (text) => text) =>
    undo(first, async (inside) => {
      const slow = interceptedWrites(inside, async (text) => {
        if (!text.includes('insert into motions_votes')) return text
        await inside.succeed(own.secretary, motions.closeVoting, motion)
        return edit(text)
      })
      const answer = await slow.refusal(own.member, motions.vote, { ...motion, ...inFavour })
      return { answer, votes: (await votesOn(inside, motion)).size, row: await motionRow(inside, motion) }
    })

  it('does not count, and the voter is told', async () => {
    const { answer, votes } = await lateVote()
    expect({ answer, votes }).toEqual({ answer: 'VOTING_CLOSED', votes: 0 })
  })

  it('would be kept without counting if nothing guarded it: the control that shows this test can fail', async () => {
    let edits = 0
    const { answer, votes, row } = await lateVote((text) => {
      if (text.includes(guard)) edits++
      return text.replace(guard, '')
    })
    expect({ edits, answer, votes }).toEqual({ edits: 1, answer: 'OK', votes: 1 })
    expect(row).toMatchObject({ state: 'closed', in_favour: 0 })
  })
})

it('while a hall votes at once and it is closed in the middle, whoever was told OK is counted, and nobody else', async () => {
  // On PostgreSQL a vote slips past an unlocked close in one round of two: enough rounds that it would be seen.
  for (let round = 0; round < 8; round++) {
    const cast = (person: Person, index: number) => worldOf(index).refusal(person, motions.vote, { ...motion, ...inFavour })
    const early = hall.slice(0, round).map(cast)
    const closing = second.refusal(own.secretary, motions.closeVoting, motion)
    const answers = await Promise.all([...early, ...hall.slice(round).map(cast)])
    expect(await closing).toBe('OK')
    const accepted = answers.filter((answer) => answer === 'OK').length
    expect(answers.filter((answer) => answer === 'VOTING_CLOSED')).toHaveLength(hall.length - accepted)
    expect(await motionRow(first, motion)).toMatchObject({ in_favour: accepted })
    expect((await votesOn(first, motion)).size).toBe(accepted)
    motion = await addMotion(first, meeting, { state: 'voting' })
  }
})

it('32 taps of one member over two processes are one vote', async () => {
  const taps = Array.from({ length: 32 }, (_, index) =>
    worldOf(index).refusal(own.member, motions.vote, { ...motion, ...inFavour, requestId: 'vote-00000001' }),
  )
  expect(new Set(await Promise.all(taps))).toEqual(new Set(['OK']))
  expect((await votesOn(first, motion)).size).toBe(1)
  expect(await auditOf(first, motion.motionId)).toHaveLength(1)
})

it('one member who taps everything at once has one vote, and it is one of those', async () => {
  const taps = motions.choices.map((choice, index) => worldOf(index).refusal(own.member, motions.vote, { ...motion, choice }))
  expect(await Promise.all(taps)).toEqual(['OK', 'OK', 'OK'])
  await first.succeed(own.secretary, motions.closeVoting, motion)
  const { in_favour, against, abstained } = await motionRow(first, motion)
  expect([in_favour, against, abstained].sort()).toEqual([0, 0, 1])
})

it('two officers who close at once close once, with one result and one fact', async () => {
  for (const person of hall) await first.succeed(person, motions.vote, { ...motion, ...inFavour })
  const closed = [own.secretary, own.deputySecretary].map((as, index) => worldOf(index).refusal(as, motions.closeVoting, motion))
  expect((await Promise.all(closed)).sort()).toEqual(['OK', 'VOTING_CLOSED'])
  expect(await kindsOf(first, motion.motionId, null)).toEqual(['motion-passed'])
  expect((await auditOf(first, motion.motionId)).filter(({ action }) => action === 'motions.close')).toHaveLength(1)
})

it('two officers who open two motions at once open one', async () => {
  await first.succeed(own.secretary, motions.closeVoting, motion)
  const [one, two] = [await addMotion(first, meeting), await addMotion(first, meeting)]
  const opened = [first.refusal(own.secretary, motions.openVoting, one), second.refusal(own.deputySecretary, motions.openVoting, two)]
  expect((await Promise.all(opened)).sort()).toEqual(['ANOTHER_VOTING', 'OK'])
})
