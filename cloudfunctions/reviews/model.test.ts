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
 * forget what they were doing, two phones of one person. Whatever happens, one person has at most one ballot for a subject, and a ballot
 * the box has acknowledged is counted as it was sent last.
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
  /** Marks that were sent since the box last said yes: the last said yes to, and those whose answer was lost. */
  possible: number[]
}

type Step =
  | { do: 'ask'; rater: number; phone: number; subject: number; lost: boolean }
  | { do: 'cast'; rater: number; phone: number; subject: number; mark: number; lost: boolean }
  | { do: 'forget'; rater: number; phone: number; subject: number }

const place = { rater: fc.nat(2), phone: fc.nat(1), subject: fc.nat(1) }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), ...place, lost: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('cast' as const), ...place, mark: fc.nat(20), lost: fc.boolean() }) },
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
      const phoneOf = ({ rater, phone, subject }: { rater: number; phone: number; subject: number }) => {
        const key = `${rater} ${phone} ${subject}`
        const found = phones.get(key) ?? { possible: [] }
        phones.set(key, found)
        return found
      }
      for (const each of steps) {
        const rater = raters[each.rater] ?? own.member
        const subject = subjects[each.subject] ?? own.secretary
        const purpose: Purpose = { roundId, subjectId: subject.memberId, part: rater === own.colleague ? 'public' : 'mutual' }
        const phone = phoneOf(each)
        if (each.do === 'ask') await ask(rater, purpose, publicKey, phone, each.lost)
        else if (each.do === 'cast') await cast(purpose, phone, 5 * each.mark, each.lost)
        // The app died between its memory and its disk: what it asked for is kept, the token is opened anew from the same answer.
        else delete phone.token
      }
      await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
      const { lines } = await world.succeed(own.secretary, contract.exportRound, { roundId })
      expect(lines.length).toBe([...phones.values()].filter(({ possible }) => possible.length).length)
      for (const [key, { asked, possible }] of phones) {
        const [rater, , subject] = key.split(' ').map(Number)
        const twins = [0, 1].filter((phone) => phones.get(`${rater} ${phone} ${subject}`)?.possible.length)
        expect(twins.length).toBeLessThanOrEqual(1)
        if (!possible.length || !asked) continue
        const mine = lines.filter(({ serial }) => serial === toText(asked.serial))
        expect(mine).toHaveLength(1)
        expect(possible).toContain(mine[0]?.marks[0])
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

async function cast(purpose: Purpose, phone: Phone, mark: number, lost: boolean) {
  if (!phone.asked || !phone.token) return
  const ballot = { orgId: own.orgId, ...purpose, serial: toText(phone.asked.serial), token: phone.token, marks: [mark] }
  const { body } = await box.handle(ballot)
  expect(body.ok).toBe(true)
  phone.possible = lost ? [...phone.possible, mark] : [mark]
}
