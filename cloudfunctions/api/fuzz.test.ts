import fc from 'fast-check'
import { type Action, toJSONSchema } from '../kernel/contract'
import { refusals } from '../kernel/refusals'
import { malformed } from '../testing/malformed'
import { addMeeting, codeAt } from '../testing/meeting'
import { addMessageForEach, messageTo } from '../testing/message'
import { addMotion } from '../testing/motion'
import { addOrganisation, type Organisation, type Person, roleNames } from '../testing/organisation'
import { addRounds } from '../testing/round'
import { addShowcase } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { addStudy } from '../testing/study'
import { savepoint, undo } from '../testing/trial'
import { type JsonSchema, type Known, wellFormed } from '../testing/well-formed'
import { type Caller, openWorld, type World } from '../testing/world'
import { implementations } from './implementations'

// What a password costs is not the question here.
jest.mock('../organisation/password', () => ({
  hashPassword: async (password: string) => password,
  isPassword: async (password: string, hash: string | null) => password === hash,
}))

const seed = Number(process.env.FUZZ_SEED ?? 20261123)
const malformedCases = 1_000
const wellFormedCases = 150
/** Requests under way at once, so that they share the look at their session. */
const together = 250

let world: World
let own: Organisation
let people: Person[]
let known: Known

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  const other = await addOrganisation(world)
  const everyone = (organisation: Organisation) => roleNames.map((role) => organisation[role])
  const units = (each: Organisation) => [each.committee, each.branch, each.group, each.otherBranch]
  const states = ['scheduled', 'open', 'closed', 'cancelled'] as const
  const meetings = await Promise.all([
    ...states.map((state) => addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: everyone(own), state })),
    addMeeting(world, { orgId: other.orgId, unitId: other.branch, people: everyone(other) }),
  ])
  const motions = await Promise.all(
    meetings.flatMap((meeting) => (['put', 'voting'] as const).map((state) => addMotion(world, meeting, { state }))),
  )
  const shown = [await addShowcase(world, own.member), await addShowcase(world, own.secretary)]
  const rounds = await addRounds(world, { orgId: own.orgId, unitId: own.branch, raters: everyone(own), subject: own.member })
  const study = await addStudy(world, { orgId: own.orgId, unitId: own.branch, people: everyone(own) })
  await addMessageForEach(world, own)
  const now = world.clock.now()
  const members = everyone(own).map((person) => person.memberId)
  people = [own.administrator, own.administrator, own.secretary, own.secretary, own.groupLeader, own.member, own.colleague]
  known = {
    ids: {
      unitId: units(own),
      parentId: units(own),
      groupId: [own.group, own.siblingGroup],
      memberId: members,
      memberIds: members,
      meetingId: meetings.map((meeting) => meeting.meetingId),
      motionId: motions.map((motion) => motion.motionId),
      submissionId: shown.flatMap(({ waitingId, approvedId }) => [waitingId, approvedId]),
      pledgeId: shown.flatMap(({ draftPledgeId, pledgeId }) => [draftPledgeId, pledgeId]),
      performanceId: shown.flatMap(({ draftPerformanceId, verifiedPerformanceId }) => [draftPerformanceId, verifiedPerformanceId]),
      claimId: shown.map(({ claimId }) => claimId),
      projectId: shown.flatMap(({ draftProjectId, projectId }) => [draftProjectId, projectId]),
      milestoneId: shown.map(({ milestoneId }) => milestoneId),
      pairingId: shown.map(({ pairingId }) => pairingId),
      roundId: [rounds.draftId, rounds.openId],
      messageId: everyone(own).map(messageTo),
      subjectId: members,
      taskId: [study.draftId, study.openId],
      sessionId: [own.secretary.sessionId, own.colleague.sessionId],
      elsewhere: [other.orgId, ...units(other), other.member.memberId, other.member.sessionId],
    },
    texts: [
      ...meetings.flatMap((meeting) => [codeAt(meeting, now), codeAt(meeting, new Date(now.getTime() + 60_000))]),
      ...shown.map(({ cardTag }) => cardTag),
      rounds.blinded,
      ...['7KQ4M-2XHVP', '三亮一评 2026', own.member.login, 'a', '会议室'],
    ],
  }
})
afterAll(() => world.close())

const schemaOf = (action: Action) => toJSONSchema(action.input, { io: 'input' }) as JsonSchema
/** Otherwise every action would meet the same callers and ids in the same order. */
const seedOf = (action: Action) => seed + implementations.findIndex((each) => each.action === action)
const show = (input: unknown) => String(JSON.stringify(input)).slice(0, 300)

/** A refused guess is counted: the one thing a refusal keeps. */
const keepsCount = new Set([
  'organisation.signIn',
  'organisation.activate',
  'organisation.changePassword',
  'organisation.eraseMyData',
  'showcase.leaveWord',
])
const look = (inside: World, action: Action) => snapshot(inside.database.db, keepsCount.has(action.name) ? ['directory_throttles'] : [])

describe(`random requests (FUZZ_SEED=${seed})`, () => {
  describe.each(implementations.map(({ action }) => action))('$name', (action) => {
    it('refuses every malformed input as INVALID_INPUT, and changes nothing', async () => {
      const isMalformed = (input: unknown) => !action.input.safeParse(input ?? {}).success
      const cases = fc.sample(malformed(schemaOf(action), known).filter(isMalformed), { numRuns: malformedCases, seed: seedOf(action) })
      const before = await look(world, action)
      const wrong: string[] = []
      for (let start = 0; start < cases.length; start += together) {
        const group = cases.slice(start, start + together)
        const answers = await Promise.all(
          group.map((input, index) => world.answer(people[index % people.length] ?? null, action.name, input)),
        )
        answers.forEach(({ status, body }, index) => {
          if (status !== 400 || body.ok || body.error.code !== 'INVALID_INPUT' || !body.error.fields)
            wrong.push(`${status} for ${show(group[index])}`)
        })
      }
      expect(cases.length).toBe(malformedCases)
      expect(wrong.slice(0, 5)).toEqual([])
      expect(await look(world, action)).toEqual(before)
      expect(world.log).toEqual([])
    })

    it('answers or refuses every well-formed input by a known code, and changes nothing where it refuses', async () => {
      const request = fc.tuple(fc.constantFrom<Caller>(null, ...people), wellFormed(schemaOf(action), known))
      const cases = fc.sample(request, { numRuns: wellFormedCases, seed: seedOf(action) })
      const wrong = await undo(world, async (inside) => {
        const before = await look(inside, action)
        const wrong: string[] = []
        for (const [caller, input] of cases) {
          const { status, body } = await savepoint(
            inside.database.db,
            () => inside.answer(caller, action.name, input),
            (answer) => !answer.body.ok,
          )
          const isKnown = body.ok ? status === 200 : status >= 400 && status < 500 && body.error.code in refusals
          if (!isKnown) wrong.push(`${status} ${inside.log.pop()?.slice(0, 120)} for ${show(input)}`)
        }
        if (JSON.stringify(await look(inside, action)) !== JSON.stringify(before)) wrong.push('something changed')
        return wrong
      })
      expect(wrong.slice(0, 5)).toEqual([])
    })
  })
})

it('finds no action under a made-up name', async () => {
  const names = fc.sample(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '', 'meetings', 'meetings.', 'meetings.Open')),
    {
      numRuns: malformedCases,
      seed,
    },
  )
  const answers = await Promise.all(names.map((name) => world.answer(own.secretary, name, {})))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
})

it('takes no made-up token for a session', async () => {
  const { token } = own.secretary
  const halves = fc.constantFrom(own.orgId, own.orgId.toUpperCase(), '', '\u0000', token.slice(0, -1), `${token} `, token.toUpperCase())
  const tokens = fc.sample(
    fc
      .tuple(halves, fc.string({ unit: 'binary' }))
      .map(([start, rest]) => start + rest)
      .filter((each) => each !== token),
    { numRuns: malformedCases, seed },
  )
  const answers = await Promise.all(tokens.map((each) => world.answer({ token: each }, 'organisation.me', {})))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
  expect(world.log).toEqual([])
})
