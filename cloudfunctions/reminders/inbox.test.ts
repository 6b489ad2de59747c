import { addMessage } from '../testing/message'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { messages, mostMessages, read, readAll } from './inbox-contract'
import { mostUnread, unread } from './unread-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
})

const inbox = (as = own.member, input = {}) => world.succeed(as, messages, input)
const unreadOf = async (as = own.member) => (await world.succeed(as, unread, {})).unread
const say = (title: string, at: string, to = own.member) => addMessage(world, to, { title, at: new Date(at) })

it('is empty at first', async () => {
  expect(await inbox()).toEqual({ now: '2026-11-23T09:00:00.000+08:00', messages: [], more: false, unread: 0 })
})

it('says the latest first, and to each person their own', async () => {
  const first = await say('第一条', '2026-11-22T09:00:00+08:00')
  await say('第二条', '2026-11-23T08:00:00+08:00')
  await say('别人的', '2026-11-23T08:30:00+08:00', own.siblingMember)
  const { messages: found, unread: count } = await inbox()
  expect(found.map(({ title }) => title)).toEqual(['第二条', '第一条'])
  expect(found[1]).toMatchObject({ messageId: first, kind: 'pledge', at: '2026-11-22T09:00:00.000+08:00', read: false })
  expect(count).toBe(2)
})

it('goes on before the last of a page where several were said at one moment', async () => {
  for (let number = 0; number <= mostMessages; number++) await say(`${number}`, '2026-11-22T09:00:00+08:00')
  const { messages: found, more } = await inbox()
  expect([found.length, more]).toEqual([mostMessages, true])
  const last = found.at(-1)
  const rest = await inbox(own.member, { before: { at: last?.at, key: last?.messageId } })
  expect(rest.more).toBe(false)
  expect(new Set([...found, ...rest.messages].map(({ title }) => title)).size).toBe(mostMessages + 1)
})

it('counts what is unread, and no further than anybody counts', async () => {
  expect(await unreadOf()).toBe(0)
  for (let number = 0; number <= mostUnread; number++) await say(`${number}`, '2026-11-22T09:00:00+08:00')
  expect(await unreadOf()).toBe(mostUnread)
})

describe('reading', () => {
  it('one leaves the others new, and keeps when it was first read', async () => {
    const messageId = await say('第一条', '2026-11-22T09:00:00+08:00')
    await say('第二条', '2026-11-22T10:00:00+08:00')
    await world.succeed(own.member, read, { messageId })
    expect(await unreadOf()).toBe(1)
    const readAt = async () =>
      (await world.database.db.selectFrom('reminders_messages').select('read_at').where('message_id', '=', messageId).executeTakeFirst())
        ?.read_at
    const first = await readAt()
    world.clock.advance({ hours: 1 })
    await world.succeed(own.member, read, { messageId })
    expect(await readAt()).toEqual(first)
  })

  it('another person’s is not found, and stays new', async () => {
    const messageId = await say('第一条', '2026-11-22T09:00:00+08:00')
    expect(await world.refusal(own.siblingMember, read, { messageId })).toBe('NOT_FOUND')
    expect(await unreadOf()).toBe(1)
  })

  it('all leaves new what came after they were looked at', async () => {
    await say('看过的', '2026-11-23T08:00:00+08:00')
    const { now } = await inbox()
    await say('后来的', '2026-11-23T09:00:01+08:00')
    await say('别人的', '2026-11-23T08:00:00+08:00', own.siblingMember)
    expect(await world.succeed(own.member, readAll, { until: now })).toEqual({ read: 1 })
    expect((await inbox()).messages.map(({ title, read }) => [title, read])).toEqual([
      ['后来的', false],
      ['看过的', true],
    ])
    expect(await unreadOf(own.siblingMember)).toBe(1)
    expect(await world.succeed(own.member, readAll, { until: now })).toEqual({ read: 0 })
  })

  it('leaves no trail: nobody else is to know', async () => {
    const messageId = await say('第一条', '2026-11-22T09:00:00+08:00')
    await world.succeed(own.member, read, { messageId })
    expect(await world.database.db.selectFrom('audit_entries').selectAll().where('org_id', '=', own.orgId).execute()).toEqual([])
  })
})
