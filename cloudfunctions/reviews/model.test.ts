import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { type BallotBox, createBallotBox } from '../ballot-box/box'
import { checkHere } from '../ballot-box/check-here'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { type Asked, askToken, openToken, type Purpose } from './ballot-token'
import { toBytes, toText } from './bytes'
import * as contract from './contract'

/**
 * Rounds as a bad network and careless hands make them: answers that never arrive, requests that are repeated or come late, phones that
 * forget what they were doing, ballots that overtake one another, two phones of one person. Whatever happens, one person has at most one
 * ballot for a subject, and it is the newest that reached the box, whether or not the phone was told.
 */

const random = (count: number) => new Uint8Array(randomBytes(count))

let world: World
let box: BallotBox
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  box = createBallotBox({ database: world.database, clock: world.clock.read, check: checkHere, log: (line) => void world.log.push(line) })
  own = await addOrganisation(world)
})
afterAll(() => world.close())

/** What one phone holds of one subject. */
interface Phone {
  asked?: Asked
  token?: string
  /** As the app counts: what left before, and how often it was changed since. */
  left?: { mark: number; revision: number }
  /** The newest that reached the box. */
  arrived?: { mark: number; revision: number }
}

type Step =
  | { do: 'ask'; rater: number; phone: number; subject: number; lost: boolean }
  | { do: 'cast'; rater: number; phone: number; subject: number; mark: number; late: boolean }
  | { do: 'arrive'; which: number }
  | { do: 'forget'; rater: number; phone: number; subject: number }

const place = { rater: fc.nat(2), phone: fc.nat(1), subject: fc.nat(1) }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), ...place, lost: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('cast' as const), ...place, mark: fc.nat(20), late: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrive' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), ...place }) },
)

it('has at most one ballot for a rater and subject, and loses none it acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const raters = [own.member, own.siblingMember, own.colleague]
      const subjects = [own.secretary, own.organiser]
      const roundId = await openRound()
      const publicKey = toBytes((await world.succeed(own.secretary, contract.round, { roundId })).publicKey ?? '')
      const phones = new Map<string, Phone>()
      const onTheWay: (() => Promise<void>)[] = []
      const phoneOf = ({ rater, phone, subject }: { rater: number; phone: number; subject: number }) => {
        const key = `${rater} ${phone} ${subject}`
        const found = phones.get(key) ?? {}
        phones.set(key, found)
        return found
      }
      for (const each of steps) {
        if (each.do === 'arrive') {
          const [arrives] = onTheWay.splice(each.which % Math.max(1, onTheWay.length), 1)
          await arrives?.()
          continue
        }
        const rater = raters[each.rater] ?? own.member
        const subject = subjects[each.subject] ?? own.secretary
        const purpose: Purpose = { roundId, subjectId: subject.memberId, part: rater === own.colleague ? 'public' : 'mutual' }
        const phone = phoneOf(each)
        if (each.do === 'ask') await ask(rater, purpose, publicKey, phone, each.lost)
        else if (each.do === 'cast') {
          const arrive = cast(purpose, phone, 5 * each.mark)
          if (each.late) onTheWay.push(arrive)
          else await arrive()
        }
        // The app died between its memory and its disk: what it asked for is kept, the token is opened anew from the same answer.
        else delete phone.token
      }
      // Some arrive in the end, the later ones first; the rest never do.
      for (const arrive of onTheWay.reverse().slice(1)) await arrive()
      await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
      const { lines } = await world.succeed(own.secretary, contract.exportRound, { roundId })
      expect(lines.length).toBe([...phones.values()].filter(({ arrived }) => arrived).length)
      for (const [key, { asked, arrived }] of phones) {
        const [rater, , subject] = key.split(' ').map(Number)
        const twins = [0, 1].filter((phone) => phones.get(`${rater} ${phone} ${subject}`)?.arrived)
        expect(twins.length).toBeLessThanOrEqual(1)
        if (!arrived || !asked) continue
        const mine = lines.filter(({ serial }) => serial === toText(asked.serial))
        expect(mine.map(({ marks }) => marks)).toEqual([[arrived.mark]])
      }
    }),
    { numRuns: 25 },
  )
  expect(world.log).toEqual([])
})

async function openRound(): Promise<string> {
  const { roundId } = await world.succeed(own.secretary, contract.createRound, {
    ...{ unitId: own.branch, template: 'review', title: '一评', criteria: [{ name: '岗位履职', weight: 1 }], raters: ['mutual', 'public'] },
    ...{ minimumBallots: 3, comments: false, closesAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() },
  })
  await world.succeed(own.secretary, contract.openRound, { roundId })
  return roundId
}

async function ask(rater: Person, purpose: Purpose, publicKey: Uint8Array, phone: Phone, lost: boolean) {
  phone.asked ??= askToken(purpose, publicKey, random)
  const { roundId, subjectId } = purpose
  const { body } = await world.call(rater, contract.issue, { roundId, subjectId, blinded: toText(phone.asked.blinded) })
  if (!body.ok || lost) return
  const answer = { evaluated: toBytes(body.data.evaluated), proof: toBytes(body.data.proof) }
  phone.token = toText(openToken(purpose, phone.asked, answer))
}

/** The ballot leaves; what is answered lets it arrive, now or later. */
function cast(purpose: Purpose, phone: Phone, mark: number): () => Promise<void> {
  const { asked, token, left } = phone
  if (!asked || !token) return async () => {}
  const revision = left ? left.revision + Number(left.mark !== mark) : 0
  phone.left = { mark, revision }
  return async () => {
    const { body } = await box.handle({ orgId: own.orgId, ...purpose, serial: toText(asked.serial), token, marks: [mark], revision })
    expect(body.ok).toBe(true)
    if (revision > (phone.arrived?.revision ?? -1)) phone.arrived = { mark, revision }
  }
}
