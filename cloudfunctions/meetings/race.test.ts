import type { Reply } from '../kernel/contract'
import { changesIn, countLineChanges } from '../testing/line-changes'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { auditOf, kindsOf, lineOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess, gate, intercepted } from '../testing/processes'
import { openWorld, type World, worldOn } from '../testing/world'
import { guard } from './check-in-queries'
import * as meetings from './contract'

/**
 * Two processes on the same tables. On PostgreSQL they have a pool each, so their statements really overlap;
 * the embedded database runs one statement after another. Where the order matters, a gate at the driver makes it,
 * so that both judge before either writes: everything here is decided in the same way on both.
 */
let first: World
let second: World
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  first = await openWorld()
  second = await anotherProcess(first)
  own = await addOrganisation(first)
  await countLineChanges(first)
})
afterAll(async () => {
  await second.close()
  await first.close()
})

beforeEach(async () => {
  first.clock.set('2026-11-23T09:00:00+08:00')
  meeting = await newMeeting([own.secretary, own.member])
})
const newMeeting = (people: Person[]) => addMeeting(first, { orgId: own.orgId, unitId: own.branch, kind: 'assembly', people })

const changesOf = async ({ memberId }: Person, state: string) => (await changesIn(first, meeting.meetingId, state)).get(memberId) ?? 0

const isWrite = (text: string) => text.includes('update meetings_attendances')

/** Both processes with each one's first write held back until both have one; `edit` has the last word on its text. */
function pair(edit: (text: string) => string = (text) => text): World[] {
  const pass = gate(2)
  return [first, second].map((world) =>
    intercepted(world, async (text) => {
      if (!isWrite(text)) return text
      await pass()
      return edit(text)
    }),
  )
}

/** 32 identical scans, half of them to each process. */
async function scanAtOnce(worlds: World[], input: { code: string; scannedAt?: string }) {
  const scans = Array.from({ length: 32 }, (_, index) =>
    worlds[index % worlds.length]?.call(own.member, meetings.checkIn, { ...input, requestId: 'scan-00000001' }),
  )
  return Promise.all(scans)
}

interface Outcome {
  answers: ({ status: number; body: Reply } | undefined)[]
  changes: number
  audit: unknown[]
  facts: string[]
}

async function outcomeOf(answers: Outcome['answers']): Promise<Outcome> {
  const [changes, audit] = [await changesOf(own.member, 'present'), await auditOf(first, meeting.meetingId)]
  await first.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  return { answers, changes, audit, facts: await kindsOf(first, meeting.meetingId, own.member) }
}

function expectOnce({ answers, changes, audit, facts }: Outcome) {
  expect(answers).toHaveLength(32)
  expect(answers[0]).toMatchObject({ status: 200, body: { ok: true, data: { state: 'present', repeated: false, name: 'member' } } })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(changes).toBe(1)
  expect(audit).toEqual([{ action: 'meetings.checkIn', actor: own.member.memberId, detail: { state: 'present', how: 'scan' } }])
  expect(facts).toEqual(['meeting-attended'])
}

describe('32 identical scans at once over two processes', () => {
  const code = () => codeAt(meeting, first.clock.now())

  it('change the line once and succeed 32 times alike', async () => {
    expectOnce(await outcomeOf(await scanAtOnce(pair(), { code: code() })))
  })

  it('do so without a gate as well', async () => {
    expectOnce(await outcomeOf(await scanAtOnce([first, second], { code: code() })))
  })

  it('would change it twice without the guard: the control that shows this test can fail', async () => {
    let edits = 0
    const unguarded = pair((text) => {
      if (text.includes(guard)) edits++
      return text.replace(guard, '')
    })
    const outcome = await outcomeOf(await scanAtOnce(unguarded, { code: code() }))
    expect(edits).toBe(2)
    expect(outcome.changes).toBe(2)
    expect(outcome.audit).toHaveLength(2)
    expect(() => expectOnce(outcome)).toThrow()
  })
})

it('32 identical scans that were kept until after the close put one fact right, once', async () => {
  first.clock.advance({ hours: 1 })
  await first.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  first.clock.advance({ minutes: 1 })
  const scannedAt = '2026-11-23T09:01:00+08:00'
  const answers = await scanAtOnce([first, second], { code: codeAt(meeting, new Date(scannedAt)), scannedAt })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.body).toMatchObject({ ok: true, data: { state: 'present', offline: true, repeated: false } })
  expect(await changesOf(own.member, 'present')).toBe(1)
  expect(await kindsOf(first, meeting.meetingId, own.member)).toEqual(['meeting-absent', '-meeting-absent', 'meeting-attended'])
  expect((await auditOf(first, meeting.meetingId)).filter(({ action }) => action === 'meetings.checkIn')).toHaveLength(1)
})

it('a hall that scans at once, everyone twice and in opposite order, is checked in once each', async () => {
  const hall = await Promise.all(
    Array.from({ length: 40 }, (_, index) => addPerson(first, { orgId: own.orgId, units: own, name: `hall${index}`, home: 'branch' })),
  )
  meeting = await newMeeting([own.secretary, ...hall])
  const code = codeAt(meeting, first.clock.now())
  const [one, two] = pair()
  const scans = [
    ...hall.map((person) => one?.refusal(person, meetings.checkIn, { code })),
    ...[...hall].reverse().map((person) => two?.refusal(person, meetings.checkIn, { code })),
  ]
  expect(new Set(await Promise.all(scans))).toEqual(new Set(['OK']))
  expect(await first.succeed(own.secretary, meetings.attendance, { meetingId: meeting.meetingId })).toMatchObject({
    present: 40,
    expected: 41,
  })
  expect(await auditOf(first, meeting.meetingId)).toHaveLength(40)
  for (const person of hall) expect(await changesOf(person, 'present')).toBe(1)
})

it('a scan that was judged before the close and is written after it does not count', async () => {
  const slow = intercepted(second, async (text) => {
    if (isWrite(text)) await first.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
    return text
  })
  expect(await slow.refusal(own.member, meetings.checkIn, { code: codeAt(meeting, first.clock.now()) })).toBe('ALREADY_CLOSED')
  expect(await lineOf(first, meeting.meetingId, own.member)).toMatchObject({ state: 'absent', how: 'rule', frozen: true })
  expect(await kindsOf(first, meeting.meetingId, own.member)).toEqual(['meeting-absent'])
})

it('a kept scan that was judged before the organiser decided, and is written after, does not overrule it', async () => {
  first.clock.advance({ hours: 1 })
  await first.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
  const absent = { meetingId: meeting.meetingId, memberId: own.member.memberId, state: 'absent' as const, reason: '核实未到' }
  const { database } = second
  let decided = false
  const slow = worldOn(
    {
      ...database,
      transact: async (work) => {
        if (!decided) await first.succeed(own.secretary, meetings.recordAttendance, absent)
        decided = true
        return database.transact(work)
      },
    },
    first.clock,
  )
  const scannedAt = '2026-11-23T09:01:00+08:00'
  const kept = { code: codeAt(meeting, new Date(scannedAt)), scannedAt }
  expect(await slow.refusal(own.member, meetings.checkIn, kept)).toBe('ALREADY_CLOSED')
  expect(await lineOf(first, meeting.meetingId, own.member)).toMatchObject({ state: 'absent', how: 'manual', reason: '核实未到' })
})

it('two officers who open at once open once', async () => {
  const { meetingId } = await addMeeting(first, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  const opened = [first, second].map((world, index) =>
    world.refusal(index ? own.secretary : own.deputySecretary, meetings.open, { meetingId }),
  )
  expect(await Promise.all(opened)).toEqual(['OK', 'OK'])
  expect(await auditOf(first, meetingId)).toHaveLength(1)
})
