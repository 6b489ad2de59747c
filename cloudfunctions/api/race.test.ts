import type { ApiAnswer } from '../kernel/refuse'
import type { MeetingState } from '../meetings/contract'
import { addMeeting } from '../testing/meeting'
import { addMessageForEach } from '../testing/message'
import { addMotion } from '../testing/motion'
import { addOrganisation, type Organisation, type Person, roleNames } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { requests, type Target } from '../testing/requests'
import { addRounds } from '../testing/round'
import { addShowcase } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { addStudy } from '../testing/study'
import { undo } from '../testing/trial'
import { openWorld, type World } from '../testing/world'
import { implementations } from './implementations'

// What a password costs is not the question here.
jest.mock('../organisation/password', () => ({
  hashPassword: async (password: string) => password,
  isPassword: async (password: string, hash: string | null) => password === hash,
}))

/** Identical requests at the same moment, dealt out to two processes. */
const atOnce = 8

let world: World
let second: World
beforeAll(async () => {
  world = await openWorld()
  second = await anotherProcess(world)
})
afterAll(async () => {
  await second.close()
  await world.close()
})

const writes = implementations.filter(({ action, mode }) => action.effect === 'write' && mode !== 'direct')

/** What must have happened before is said in tests of their own; here they are refused as often as they are sent. */
const needMore = `
  organisation.bindWechat organisation.unbindWechat organisation.endPost roster.confirmImport
  meetings.answerRollCall meetings.settleFlags meetings.withdrawLeave meetings.decideLeave meetings.setMakeUp meetings.handInMakeUp
  meetings.decideMakeUp meetings.discardRecord meetings.confirmRecord meetings.attach motions.close motions.correct motions.vote`
  .trim()
  .split(/\s+/)

// Those that manage their own transactions (sign-in, files, imports) say in tests of their own what a repeat does.
describe.each(writes)('$action.name, sent by a phone that repeats itself', ({ action }) => {
  it(`is done once and answered ${atOnce} times the same`, async () => {
    const { organisation, caller, input, code, entries } = await findSuccess(action.name)
    expect(code === 'OK').toBe(!needMore.includes(action.name))
    const before = await snapshot(world.database.db)
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, index) => (index % 2 ? second : world).answer(caller, action.name, input)),
    )
    expect([...world.log, ...second.log]).toEqual([])
    // An action that ends the caller's own session finds nobody signed in the second time.
    const [first, ...others] = answers.filter((answer) => codeOf(answer) !== 'NOT_SIGNED_IN')
    expect(first && codeOf(first)).toBe(code)
    for (const other of others) expect(other).toEqual(first)
    if (code === 'OK') expect(await countEntries(world, organisation, action.name)).toBe(entries)
    else expect(await snapshot(world.database.db)).toEqual(before)
  })
})

const codeOf = ({ body }: ApiAnswer) => (body.ok ? 'OK' : body.error.code)

interface Found {
  organisation: Organisation
  caller: Person
  input: object
  code: string
  /** How many lines it leaves in the audit trail when it is done once. */
  entries: number
}

/** Who may do it, in which state of the meeting: tried and undone, in an organisation of its own. A refusal where nobody may. */
async function findSuccess(action: string): Promise<Found> {
  const organisation = await addOrganisation(world)
  await addMessageForEach(world, organisation)
  let refused: Found | undefined
  for (const state of ['open', 'scheduled', 'closed'] as const) {
    const target = await addTarget(organisation, state)
    for (const role of roleNames) {
      const caller = organisation[role]
      const input = { ...requests[action]?.(target, caller, world.clock.now()), requestId: 'repeated-00000001' }
      const found = await undo(world, async (inside): Promise<Found> => {
        const code = codeOf(await inside.answer(caller, action, input))
        return { organisation, caller, input, code, entries: await countEntries(inside, organisation, action) }
      })
      if (found.code === 'OK') return found
      if (!refused || refused.code === 'NOT_ALLOWED') refused = found
    }
  }
  if (!refused) throw new Error('nobody was asked')
  return refused
}

async function addTarget(organisation: Organisation, state: MeetingState): Promise<Target> {
  const { orgId, branch: unitId, member, secretary, groupLeader, otherMember } = organisation
  const meeting = await addMeeting(world, { orgId, unitId, state, people: [secretary, groupLeader, member], guests: [otherMember] })
  const motion = await addMotion(world, meeting)
  const rounds = await addRounds(world, { orgId, unitId, raters: [secretary, groupLeader, member], subject: member })
  const study = await addStudy(world, { orgId, unitId, people: [secretary, groupLeader, member] })
  return { unitId, meeting, motion, subject: member, showcase: await addShowcase(world, member), rounds, study }
}

async function countEntries({ database: { db } }: World, { orgId }: Organisation, action: string) {
  return (await db.selectFrom('audit_entries').select('entry_id').where('org_id', '=', orgId).where('action', '=', action).execute()).length
}
