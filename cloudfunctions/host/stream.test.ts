import { sql } from 'kysely'
import type { Api } from '../kernel/api'
import { checkIn } from '../meetings/contract'
import { type Host, startHost } from '../testing/host'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'

/** What happens around the looks of the wall; a test may slow them down. */
const wire = { looks: 0, delay: 0 }
const around = (api: Api): Api => ({
  ...api,
  handle: async (request) => {
    wire.looks++
    const answer = await api.handle(request)
    await sleep(wire.delay)
    return answer
  },
})
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let world: World
let host: Host
let own: Organisation
let meeting: Meeting
const walls: AbortController[] = []

beforeAll(async () => {
  world = await openWorld()
  host = await startHost(world, { around })
})
afterAll(async () => {
  await host.stop()
  await world.close()
})
beforeEach(async () => {
  Object.assign(wire, { looks: 0, delay: 0 })
  own = await addOrganisation(world)
  meeting = await addMeeting(world, {
    orgId: own.orgId,
    unitId: own.branch,
    kind: 'assembly',
    people: [own.secretary, own.member, own.siblingMember],
  })
})
afterEach(() => {
  for (const wall of walls.splice(0)) wall.abort()
})

interface Event {
  name: string
  data: { present: number; code?: string; people: { name: string; state: string }[] }
}

function open(as: Person | null, { meetingId } = meeting) {
  const wall = new AbortController()
  walls.push(wall)
  const headers: Record<string, string> = as ? { authorization: `Bearer ${as.token}` } : {}
  return fetch(`${host.origin}/api/meetings.attendance/stream?meetingId=${meetingId}`, { headers, signal: wall.signal })
}

/** The wall's events, one at a time; undefined once the wall has ended. */
async function watch(as: Person) {
  const { body } = await open(as)
  if (!body) throw new Error('a stream without a body')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async (): Promise<Event | undefined> => {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) return undefined
      text += value
    }
    const end = text.indexOf('\n\n')
    const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
    text = text.slice(end + 2)
    return { name, data: JSON.parse(data) }
  }
}

const arrive = (person: Person) => world.succeed(person, checkIn, { code: codeAt(meeting, world.clock.now()) })

/** How long `work` took, in ms, and what it came to. */
async function timed<T>(work: Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const result = await work
  return [performance.now() - started, result]
}

describe('the live wall', () => {
  it('shows the whole list at once, and is stored nowhere on the way', async () => {
    const { status, headers } = await open(own.secretary)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-accel-buffering')).toBe('no')
    const next = await watch(own.secretary)
    expect(await next()).toMatchObject({ name: 'attendance', data: { expected: 3, present: 0, people: { length: 3 } } })
  })

  it('shows a check-in within a second, and then only who changed', async () => {
    world.clock.advance({ minutes: 1 })
    const next = await watch(own.secretary)
    await next()
    await arrive(own.member)
    const [took, event] = await timed(next())
    expect(took).toBeLessThan(1_000)
    expect(event?.data).toMatchObject({ present: 1, people: [{ name: 'member', state: 'present' }] })
  })

  it('shows a check-in that happens while it is looking within a second, too', async () => {
    const next = await watch(own.secretary)
    await next()
    wire.delay = 400
    await arrive(own.member)
    await sleep(300)
    await arrive(own.siblingMember)
    expect((await next())?.data.present).toBe(1)
    const [took, event] = await timed(next())
    expect(event?.data.present).toBe(2)
    expect(took).toBeLessThan(1_000)
  })

  it('notices what another process wrote', async () => {
    const next = await watch(own.secretary)
    await next()
    await sql`update meetings_attendances set state = 'present', at = ${world.clock.now()}
      where meeting_id = ${meeting.meetingId} and member_id = ${own.member.memberId}`.execute(world.database.db)
    expect((await next())?.data.present).toBe(1)
  })

  it('says nothing while nothing changes', async () => {
    const next = await watch(own.secretary)
    await next()
    const silent = sleep(2_500).then(() => 'silent')
    expect(await Promise.race([next(), silent])).toBe('silent')
    expect(wire.looks).toBe(2)
  })
})

describe('who may watch', () => {
  it.each([
    ['nobody', () => null, 401, 'NOT_SIGNED_IN'],
    ['a member of the branch', () => own.member, 403, 'NOT_ALLOWED'],
    ['the secretary of another branch', () => own.otherSecretary, 403, 'NOT_ALLOWED'],
  ])('refuses %s', async (_, caller, status, code) => {
    const answer = await open(caller())
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ ok: false, error: { code } })
  })

  it('shows nothing of another organisation, and no meeting that is none', async () => {
    const other = await addOrganisation(world)
    expect((await open(other.secretary)).status).toBe(404)
    expect((await open(own.secretary, { ...meeting, meetingId: 'none' })).status).toBe(400)
  })

  it('ends when the session ends', async () => {
    const next = await watch(own.secretary)
    await next()
    await world.database.db.deleteFrom('sessions').where('session_id', '=', own.secretary.sessionId).execute()
    expect(await next()).toMatchObject({ name: 'refused', data: { code: 'NOT_SIGNED_IN' } })
    expect(await next()).toBeUndefined()
  })

  it('ends when the right is lost', async () => {
    const next = await watch(own.secretary)
    await next()
    await world.database.db.deleteFrom('organisation_posts').where('member_id', '=', own.secretary.memberId).execute()
    expect(await next()).toMatchObject({ name: 'refused', data: { code: 'NOT_ALLOWED' } })
  })
})

describe('a wall that is turned off', () => {
  const looksLater = async () => {
    const before = wire.looks
    await sleep(2_500)
    return wire.looks - before
  }

  it('is no longer looked for', async () => {
    const next = await watch(own.secretary)
    await next()
    walls[0]?.abort()
    await arrive(own.member)
    await sleep(300)
    expect(await looksLater()).toBe(0)
  })

  it('is not looked for either when it is gone before its first answer', async () => {
    wire.delay = 200
    const opening = open(own.secretary).catch(() => 'gone')
    await sleep(100)
    walls[0]?.abort()
    expect(await opening).toBe('gone')
    await sleep(300)
    expect(wire.looks).toBe(1)
    expect(await looksLater()).toBe(0)
  })
})
