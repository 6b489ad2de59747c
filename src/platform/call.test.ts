import { refusals } from '../../cloudfunctions/kernel/refusals'
import { askLeave, mine } from '../../cloudfunctions/meetings/contract'
import { sessionOf, wait } from '../test/open-page'
import { idOf, meetingId, member, secretary } from '../test/samples'
import { wire } from '../test/wire'
import { call } from './call'
import { session } from './session'

const nothing = { now: '2026-11-23T14:00:00+08:00', current: [], upcoming: [], past: [] }
const leave = { meetingId, reason: '照顾家人' }
const refusalOf = (work: Promise<unknown>) => work.then(() => 'none').catch(({ code, message }) => `${code} ${message}`)

beforeEach(() => session.set(sessionOf(member)))

it('says who asks, and gives a write a key of its own so that it may be repeated', async () => {
  wire.answer(mine, nothing)
  wire.answer(askLeave, {})
  await call(mine, {})
  await call(askLeave, leave)
  await call(askLeave, leave)
  const [read, ...writes] = wire.requests()
  expect(read).toEqual({ name: 'meetings.mine', input: {}, token: `token of ${member.name}` })
  const keys = wire.sent(askLeave).map(({ requestId }) => requestId)
  expect(new Set(keys).size).toBe(writes.length)
})

it('keeps the key that whoever repeats gives', async () => {
  wire.answer(askLeave, {})
  await call(askLeave, { ...leave, requestId: idOf(1) })
  expect(wire.sent(askLeave)).toMatchObject([{ requestId: idOf(1) }])
})

it.each([
  ['nothing gets through', () => wire.cut()],
  [
    'what comes is no reply',
    () => {
      globalThis.fetch = (async () => ({ json: async () => ({ hotspot: 'log in first' }) })) as unknown as typeof fetch
    },
  ],
])('says that there is no network where %s', async (_, lose) => {
  lose()
  expect(await refusalOf(call(mine, {}))).toBe('OFFLINE 现在连不上网络，请稍后再试')
})

it('does not wait for ever', async () => {
  wire.hold(mine)
  const refusal = refusalOf(call(mine, {}))
  await wait(12)
  expect(await refusal).toContain('OFFLINE')
})

it('passes a refusal on with its words', async () => {
  wire.refuse(askLeave, 'LEAVE_CLOSED')
  expect(await refusalOf(call(askLeave, leave))).toBe(`LEAVE_CLOSED ${refusals.LEAVE_CLOSED}`)
})

it('ends a session that the server no longer knows', async () => {
  wire.refuse(mine, 'NOT_SIGNED_IN')
  await refusalOf(call(mine, {}))
  expect(session.get()).toBeNull()
})

it('does not end the session of who signed in meanwhile', async () => {
  wire.refuse(mine, 'NOT_SIGNED_IN')
  wire.hold(mine)
  const refusal = refusalOf(call(mine, {}))
  session.set(sessionOf(secretary))
  wire.release(mine)
  await refusal
  expect(session.get()?.me.name).toBe(secretary.name)
})
