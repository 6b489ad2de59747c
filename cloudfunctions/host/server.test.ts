import { implementations } from '../api/implementations'
import { describeApi } from '../kernel/openapi'
import { openTestDatabase } from '../testing/database'
import { type Host, startHost } from '../testing/host'
import { addMeeting, codeAt, type Meeting } from '../testing/meeting'
import { addOrganisation, type Organisation, type Person, password } from '../testing/organisation'
import { openWorld, type World, worldOn } from '../testing/world'

let world: World
let host: Host
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  host = await startHost(world)
  own = await addOrganisation(world)
  meeting = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [own.member] })
})
afterAll(async () => {
  await host.stop()
  await world.close()
})

interface Asking {
  as?: Person
  headers?: Record<string, string>
  origin?: string
}

async function ask(action: string, body: string | Uint8Array<ArrayBuffer> | object, { as, headers, origin = host.origin }: Asking = {}) {
  const authorization = as && { authorization: `Bearer ${as.token}` }
  const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const response = await fetch(`${origin}/api/${action}`, { method: 'POST', body: raw, headers: { ...authorization, ...headers } })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('an action over HTTP', () => {
  it('answers in the envelope, and nothing on the way keeps it', async () => {
    const { status, headers, body } = await ask('organisation.me', {}, { as: own.member })
    expect({ status, body }).toMatchObject({ status: 200, body: { ok: true, data: { id: own.member.memberId } } })
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('takes no body for an empty one', async () => {
    expect((await ask('organisation.me', '', { as: own.member })).status).toBe(200)
  })

  it('knows the caller by the bearer token alone', async () => {
    const { token } = own.member
    const elsewhere: Record<string, string>[] = [
      { cookie: `token=${token}` },
      { authorization: token },
      { authorization: `Basic ${token}` },
      { token },
    ]
    for (const headers of elsewhere) expect((await ask('organisation.me', {}, { headers })).status).toBe(401)
    expect((await ask(`organisation.me?token=${token}`, {})).status).toBe(401)
  })

  const taken = () => ({ unitId: own.branch, name: '新同志', standing: 'full', login: own.member.login })
  const refusals: [number, string, () => Promise<{ status: number; body: unknown }>][] = [
    [400, 'INVALID_INPUT', () => ask('meetings.checkIn', { code: 7 }, { as: own.member })],
    [400, 'INVALID_INPUT', () => ask('organisation.me', '{"half', { as: own.member })],
    [400, 'INVALID_INPUT', () => ask('organisation.me', new Uint8Array([0x22, 0xff, 0x22]), { as: own.member })],
    [401, 'NOT_SIGNED_IN', () => ask('organisation.me', {})],
    [403, 'NOT_ALLOWED', () => ask('meetings.open', { meetingId: meeting.meetingId }, { as: own.member })],
    [404, 'NOT_FOUND', () => ask('meetings.dissolve', {}, { as: own.secretary })],
    [404, 'NOT_FOUND', () => ask('toString', {}, { as: own.secretary })],
    [422, 'LOGIN_TAKEN', () => ask('organisation.addMember', taken(), { as: own.secretary })],
    [422, 'WRONG_CREDENTIALS', () => ask('organisation.signIn', { login: own.member.login, password: 'wrong' })],
  ]
  it.each(refusals)('refuses with %i for %s', async (status, code, refused) => {
    expect(await refused()).toMatchObject({
      status,
      body: { ok: false, error: { code, message: expect.stringMatching(/\p{Script=Han}/u) } },
    })
  })

  it('refuses with 409 a key that was used for something else', async () => {
    const consent = (action: string) =>
      ask(`organisation.${action}Consent`, { purpose: 'location', requestId: 'request-2' }, { as: own.member })
    expect((await consent('give')).status).toBe(200)
    expect(await consent('withdraw')).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT' } } })
  })

  it('refuses with 429 whoever guesses too often', async () => {
    const guess = () => ask('organisation.signIn', { login: 'guessed', password: 'wrong' })
    for (let number = 0; number < 10; number++) expect((await guess()).status).toBe(422)
    expect(await guess()).toMatchObject({ status: 429, body: { error: { code: 'TOO_MANY_REQUESTS' } } })
  })

  it('answers 500 with nothing but a number to ask for, and goes on', async () => {
    const broken = worldOn({ ...world.database, transact: () => Promise.reject(new Error('secret words')) }, world.clock)
    const limping = await startHost(broken)
    const answer = await ask('organisation.signOut', {}, { as: own.otherMember, origin: limping.origin })
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'INTERNAL', requestId: expect.any(String) } } })
    expect(JSON.stringify(answer.body)).not.toContain('secret')
    expect(broken.log).toEqual([expect.stringContaining(answer.body.error.requestId)])
    expect((await ask('organisation.me', {}, { as: own.otherMember, origin: limping.origin })).status).toBe(200)
    await limping.stop()
  })
})

describe('a large body', () => {
  const bodyOf = (bytes: number) => JSON.stringify({ requestId: 'x'.repeat(bytes - 16) })

  it('is read up to 128 kB', async () => {
    expect(bodyOf(128 * 1024)).toHaveLength(128 * 1024)
    expect((await ask('organisation.signOut', bodyOf(128 * 1024), { as: own.member })).status).toBe(400)
    expect(await ask('organisation.signOut', bodyOf(128 * 1024 + 1), { as: own.member })).toMatchObject({
      status: 413,
      body: { ok: false, error: { code: 'TOO_LARGE' } },
    })
  })

  it('is refused even while it is still being sent', async () => {
    expect((await ask('organisation.signOut', 'x'.repeat(1024 * 1024), { as: own.member })).status).toBe(413)
  })

  it('is cut off where it goes on for megabytes', async () => {
    await expect(ask('organisation.signOut', 'x'.repeat(16 * 1024 * 1024), { as: own.member })).rejects.toThrow('fetch failed')
    expect((await ask('organisation.me', {}, { as: own.member })).status).toBe(200)
  })
})

describe('what the edge tells the actions', () => {
  const linkOf = async (options: Parameters<typeof startHost>[1], headers: Record<string, string> = {}) => {
    const other = await startHost(world, options)
    const { body } = await ask('meetings.code', { meetingId: meeting.meetingId }, { as: own.secretary, origin: other.origin, headers })
    await other.stop()
    return body.data.codes[0].link
  }
  const link = (origin: string) => `${origin}/check-in?c=${codeAt(meeting, world.clock.now())}`

  it('makes links that another phone can open', async () => {
    expect(await linkOf({ lanUrl: 'http://10.0.0.7:3000' })).toBe(link('http://10.0.0.7:3000'))
    expect(await linkOf({ publicUrl: 'https://sanliang.example.cn', lanUrl: 'http://10.0.0.7:3000' })).toBe(
      link('https://sanliang.example.cn'),
    )
  })

  it('names the device of a session', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)' }
    const { body } = await ask('organisation.signIn', { login: own.member.login, password }, { headers })
    const signedIn = { ...own.member, token: body.data.token }
    const { body: listed } = await ask('organisation.sessions', {}, { as: signedIn })
    expect(listed.data.sessions).toContainEqual(expect.objectContaining({ device: 'iPhone', current: true }))
  })
})

describe('beside the actions', () => {
  const get = (path: string, init?: RequestInit) => fetch(host.origin + path, init)

  it('describes itself in OpenAPI', async () => {
    const answer = await get('/api/openapi.json')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(describeApi(implementations.map(({ action }) => action)))))
  })

  it('is healthy as long as the database is', async () => {
    const database = await openTestDatabase()
    const mortal = await startHost(worldOn(database, world.clock))
    const health = async () => {
      const answer = await fetch(`${mortal.origin}/healthz`)
      return { status: answer.status, text: await answer.text(), kept: answer.headers.get('cache-control') }
    }
    expect(await health()).toEqual({ status: 200, text: 'ok\n', kept: 'no-store' })
    await database.close()
    expect(await health()).toEqual({ status: 503, text: 'database unreachable\n', kept: 'no-store' })
    await mortal.stop()
  })

  it('knows no other address and no other method', async () => {
    expect((await get('/api/organisation.me')).status).toBe(404)
    expect((await get('/')).status).toBe(404)
    expect((await get('/healthz', { method: 'POST' })).status).toBe(405)
    expect((await get('/api/organisation.me', { method: 'DELETE' })).status).toBe(405)
    expect((await get('/healthz', { method: 'HEAD' })).status).toBe(200)
  })
})
