import fc from 'fast-check'
import { cast } from '../../cloudfunctions/reviews/ballot-contract'
import { issue } from '../../cloudfunctions/reviews/contract'
import { delayOverdueBallots, sendNextBallot } from '../platform/ballot-outbox'
import { ballotKey, keptBallots, saveBallot, standingOf } from '../platform/kept-ballots'
import { session } from '../platform/session'
import { sessionOf, wait } from '../test/open-page'
import { phone, restartApp } from '../test/phone'
import { openRound, publicKey, roundId, roundOf, subjects } from '../test/rounds'
import { member, secretary } from '../test/samples'
import { wire } from '../test/wire'
import { prepareBallot, prepareBallots } from './tokens'

const { orgId, closesAt } = roundOf()
const keyOf = (subjectId: string) => ballotKey({ memberId: member.id, roundId, subjectId })
const keptOf = (subjectId: string) => keptBallots.get()[keyOf(subjectId)]
const standing = (subjectId: string) => {
  const kept = keptOf(subjectId)
  return kept && standingOf(kept)
}
function save(subjectId: string, marks: number[]) {
  const base = { memberId: member.id, orgId, roundId, subjectId, subjectName: '某人', part: 'mutual' as const, publicKey, closesAt }
  saveBallot({ ...base, content: { marks, comment: '' } })
}
/** The app stays open for so long. */
async function live(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 10) {
    await wait(10)
    await sendNextBallot()
  }
}
const whole = 16 * 60
const first = subjects[0]?.subjectId ?? ''

beforeEach(() => session.set(sessionOf(member)))

it('gets a token for what was saved, and brings the ballot to the box later, with nothing that says whose it is', async () => {
  const { box, issued } = openRound()
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  await live(20)
  expect(wire.sent(cast)).toEqual([])
  expect(standing(first)).toBe('waiting')
  await live(whole)
  expect(standing(first)).toBe('sent')
  expect([...box.values()]).toEqual([{ subjectId: first, marks: [90, 85], comment: undefined, revision: 0 }])
  const [request] = wire.requests().filter(({ name }) => name === cast.name)
  expect(request).toMatchObject({ token: undefined, anonymous: true })
  expect(JSON.stringify(request?.input)).not.toContain(member.id)
  expect(Object.keys(request?.input as object).sort()).toEqual([
    'marks',
    'orgId',
    'part',
    'revision',
    'roundId',
    'serial',
    'subjectId',
    'token',
  ])
  // What the server saw at the issue is not what it sees at the box.
  expect(JSON.stringify(request?.input)).not.toContain(issued.get(first)?.blinded ?? 'nothing issued')
})

it('replaces a ballot that was changed, with the same token', async () => {
  const { box } = openRound()
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  await live(whole)
  save(first, [100, 100])
  expect(standing(first)).toBe('waiting')
  await prepareBallot(keyOf(first))
  await live(whole)
  expect([...box.values()].map(({ marks }) => marks)).toEqual([[100, 100]])
  expect(wire.sent(issue)).toHaveLength(1)
})

it('counts a change only after something left, and any of them then, also back to what it was', async () => {
  const { box } = openRound()
  const rate = async (marks: number[]) => {
    save(first, marks)
    await prepareBallot(keyOf(first))
  }
  await rate([90, 85])
  await rate([95, 85])
  await live(whole)
  const revisions = () => [...box.values()].map(({ revision }) => revision)
  expect(revisions()).toEqual([0])
  wire.loseAnswers(cast)
  await rate([100, 100])
  await live(whole)
  wire.findAnswers(cast)
  await rate([95, 85])
  await live(whole + 200)
  expect([...box.values()]).toMatchObject([{ marks: [95, 85], revision: 2 }])
  expect(standing(first)).toBe('sent')
})

it('sends nothing where the proof does not fit the published key, and says so', async () => {
  openRound({ forgedKey: true })
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  await live(whole)
  expect(keptOf(first)?.trouble).toContain('与公布的钥匙不符')
  expect(wire.sent(cast)).toEqual([])
})

it('asks for no token that the phone could not keep', async () => {
  openRound()
  phone.storageFull = true
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  expect(wire.sent(issue)).toEqual([])
  expect(keptOf(first)?.trouble).toContain('没有地方保存')
  phone.storageFull = false
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  expect(standing(first)).toBe('waiting')
})

it('asks in nobody else’s name, and sends without any', async () => {
  openRound()
  save(first, [90, 85])
  session.set(sessionOf(secretary))
  await prepareBallots()
  expect(wire.sent(issue)).toEqual([])
  session.set(sessionOf(member))
  await prepareBallots()
  session.set(null)
  await live(whole)
  expect(standing(first)).toBe('sent')
})

it.each([
  ['ROUND_NOT_OPEN', '评议已经结束，这张票没有送达'],
  ['TOKEN_INVALID', '票箱没有认可这张票'],
] as const)('ends with %s, said plainly', async (code, words) => {
  openRound()
  save(first, [90, 85])
  await prepareBallot(keyOf(first))
  wire.refuse(cast as never, code)
  await live(whole)
  expect(keptOf(first)?.trouble).toContain(words)
  expect(wire.sent(cast)).toHaveLength(1)
})

it('lets overdue ballots wait a little when the app is opened again, each on its own', async () => {
  openRound()
  for (const { subjectId } of subjects) save(subjectId, [90, 85])
  await prepareBallots()
  await wait(86_400)
  await delayOverdueBallots()
  await sendNextBallot()
  expect(wire.sent(cast)).toEqual([])
  await live(110)
  expect(wire.sent(cast)).toHaveLength(2)
})

// The network and the app fail in any order: whatever was saved arrives once, as it was saved last.
it('never asks for a second token and never loses a ballot, whatever fails', async () => {
  const event = fc.oneof(
    fc.record({ save: fc.nat(1), mark: fc.integer({ min: 0, max: 20 }) }),
    fc.constantFrom('cut', 'mend', 'lose issues', 'lose casts', 'find answers', 'prepare', 'restart', 'live', 'live long'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), async (events) => {
      wire.becomeNew()
      phone.stored.clear()
      restartApp()
      session.set(sessionOf(member))
      const { box, issued } = openRound()
      const saved = new Map<string, number[]>()
      for (const each of events) {
        if (typeof each !== 'string') {
          const subjectId = subjects[each.save]?.subjectId ?? ''
          saved.set(subjectId, [each.mark * 5, 50])
          save(subjectId, [each.mark * 5, 50])
          // Not waited for: the next thing happens while it is under way.
          void prepareBallot(keyOf(subjectId))
        }
        if (each === 'cut') wire.cut()
        if (each === 'mend') wire.mend()
        if (each === 'lose issues') wire.loseAnswers(issue)
        if (each === 'lose casts') wire.loseAnswers(cast)
        if (each === 'find answers') for (const action of [issue, cast]) wire.findAnswers(action)
        if (each === 'prepare') await prepareBallots()
        if (each === 'restart') {
          restartApp()
          await delayOverdueBallots()
        }
        if (each === 'live') await live(40)
        if (each === 'live long') await live(whole)
        // What the phone believes is in the box is in it.
        for (const { content, ...kept } of Object.values(keptBallots.get())) {
          if (standingOf({ content, ...kept }) === 'sent') expect(box.get(kept.secret?.serial ?? '')?.marks).toEqual(content.marks)
        }
      }
      wire.mend()
      for (const action of [issue, cast]) wire.findAnswers(action)
      await wait(1)
      await prepareBallots()
      await live(whole + 200)
      expect(new Map([...box.values()].map(({ subjectId, marks }) => [subjectId, marks]))).toEqual(saved)
      expect(box.size).toBe(saved.size)
      expect(issued.size).toBe(saved.size)
      for (const subjectId of saved.keys()) expect(standing(subjectId)).toBe('sent')
    }),
    { numRuns: 40 },
  )
})
