import { endFeed, feed, makeFeed } from '../reminders/feed-contract'
import { feedLimits } from '../reminders/read-feed'
import { type Host, startHost } from '../testing/host'
import { addMeeting } from '../testing/meeting'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { openWorld, type World } from '../testing/world'

let world: World
let host: Host
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  host = await startHost(world)
})
afterAll(async () => {
  await host.stop()
  await world.close()
})
beforeEach(async () => {
  world.clock.advance({ days: 1 })
  own = await addOrganisation(world)
})

const make = async (whole = true, as = own.member) => (await world.succeed(as, makeFeed, { whole }, { origin: host.origin })).address
const get = (address: string, method = 'GET') => fetch(address, { method })
const textOf = async (address: string) => (await get(address)).text()
const statusOf = async (address: string) => (await get(address)).status

it('is read without signing in, kept by nobody on the way', async () => {
  await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  await addPledge(world, own.member, { due_on: '2026-12-20', text: '窗口服务' })
  await addPledge(world, own.siblingMember, { due_on: '2026-12-20', text: '别人的' })
  const answer = await get(await make())
  expect([
    answer.status,
    answer.headers.get('content-type'),
    answer.headers.get('cache-control'),
    answer.headers.get('referrer-policy'),
  ]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store', 'no-referrer'])
  const text = await answer.text()
  expect(text).toContain('SUMMARY:十一月集体学习')
  expect(text).toContain('SUMMARY:承诺到期：窗口服务')
  expect(text).not.toContain('别人的')
})

it('follows what changes: a meeting that is cancelled, a leave that is granted, a pledge that is settled', async () => {
  const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  const pledgeId = await addPledge(world, own.member, { due_on: '2026-12-20', text: '窗口服务' })
  const address = await make()
  const { db } = world.database
  await db.updateTable('meetings').set({ state: 'cancelled', revision: 4 }).where('meeting_id', '=', meetingId).execute()
  await db.updateTable('showcase_pledges').set({ state: 'kept' }).where('pledge_id', '=', pledgeId).execute()
  const text = await textOf(address)
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('SEQUENCE:4')
  expect(text).not.toContain('窗口服务')
  await db.updateTable('meetings_attendances').set({ state: 'excused' }).where('meeting_id', '=', meetingId).execute()
  expect(await textOf(address)).not.toContain('BEGIN:VEVENT')
})

it('says no more than its owner wants', async () => {
  await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled' })
  const text = await textOf(await make(false))
  expect(text).toContain('SUMMARY:会议')
  expect(text).not.toMatch(/集体学习|三楼|党/)
})

it('sends no body where only the head is asked for', async () => {
  const answer = await get(await make(), 'HEAD')
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

describe('an address', () => {
  it('is kept as a hash alone, and shown once', async () => {
    const address = await make()
    const tag = address.slice(address.lastIndexOf('/') + 1, -4)
    expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const { db } = world.database
    const rows = [
      await db.selectFrom('reminders_feeds').selectAll().execute(),
      await db.selectFrom('directory_feeds').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toContain(tag)
    expect(await world.succeed(own.member, feed, {})).toEqual({ available: true, madeAt: expect.any(String), whole: true })
  })

  it('stops when another is made, and when it is ended; that is as if it had never been', async () => {
    const first = await make()
    const second = await make()
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])
    await world.succeed(own.member, endFeed, {})
    const [ended, unknown] = [await get(second), await get(`${host.origin}/calendar/${'x'.repeat(43)}.ics`)]
    expect([ended.status, await ended.text()]).toEqual([unknown.status, await unknown.text()])
    expect(ended.status).toBe(404)
    expect(await world.succeed(own.member, feed, {})).toEqual({ available: true, madeAt: null, whole: false })
  })

  it('of two phones at once is one that works', async () => {
    const addresses = await Promise.all([make(), make()])
    const statuses = await Promise.all(addresses.map(statusOf))
    expect(statuses.sort()).toEqual([200, 404])
  })

  it('of somebody who is gone reads nothing', async () => {
    const address = await make()
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.member.memberId)
      .execute()
    expect(await statusOf(address)).toBe(404)
  })

  it('is not found where it can be none', async () => {
    for (const path of ['/calendar/', '/calendar/a.ics', `/calendar/${'x'.repeat(43)}`, `/calendar/${'x'.repeat(43)}.ics/..`])
      expect(await statusOf(host.origin + path)).toBe(404)
  })

  it('cannot be made where there is no host', async () => {
    expect(await world.refusal(own.member, makeFeed, { whole: false }, { origin: '' })).toBe('NO_PUBLIC_ADDRESS')
    expect(await world.succeed(own.member, feed, {}, { origin: '' })).toMatchObject({ available: false })
  })
})

describe('a caller who asks too often', () => {
  it('waits, the calendar of another being none of that', async () => {
    const [mine, theirs] = [await make(), await make(true, own.siblingMember)]
    for (let time = 0; time < feedLimits.reads; time++) expect(await statusOf(mine)).toBe(200)
    const refused = await get(mine)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    expect(await statusOf(theirs)).toBe(200)
    world.clock.advance({ hours: 1 })
    expect(await statusOf(mine)).toBe(200)
  })

  it('does not go on guessing', async () => {
    const guess = (number: number) => statusOf(`${host.origin}/calendar/${`${number}`.padStart(43, 'x')}.ics`)
    for (let number = 0; number < feedLimits.misses; number++) expect(await guess(number)).toBe(404)
    expect(await guess(feedLimits.misses)).toBe(429)
  })
})
