import { request } from 'node:http'
import { upload } from '../files/contract'
import { filePath } from '../kernel/files'
import { docx, jpg, pdf, png } from '../testing/file-samples'
import { type Host, startHost } from '../testing/host'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'

const megabyte = 1024 * 1024

let world: World
let host: Host
let own: Organisation
let other: Organisation
beforeAll(async () => {
  world = await openWorld()
  host = await startHost(world)
  own = await addOrganisation(world)
  other = await addOrganisation(world)
})
afterAll(async () => {
  await host.stop()
  await world.close()
})

async function send(as: Person | null, bytes: Uint8Array<ArrayBuffer>, query = '?name=a.jpg') {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${as.token}` } : {}
  const response = await fetch(`${host.origin}/api/files.upload${query}`, { method: 'POST', body: bytes, headers })
  return { status: response.status, body: await response.json() }
}
const sent = async (as: Person, bytes: Buffer, name: string) => {
  const { body } = await send(as, new Uint8Array(bytes), `?name=${encodeURIComponent(name)}`)
  return body.data as { fileId: string; name: string }
}
const linkTo = async ({ orgId }: Person, { fileId }: { fileId: string }) => {
  const [link = ''] = await world.files.link([filePath(orgId, fileId)], world.clock.now())
  return host.origin + link
}
const padded = (bytes: number) => new Uint8Array(Buffer.concat([jpg, Buffer.alloc(bytes - jpg.length)]))

describe('an upload over HTTP', () => {
  it('is the body as it is, answered in the envelope', async () => {
    const { status, body } = await send(own.member, new Uint8Array(jpg), `?name=${encodeURIComponent('会议照片.jpg')}`)
    expect({ status, body }).toEqual({
      status: 200,
      body: { ok: true, data: { fileId: expect.any(String), name: '会议照片.jpg', type: 'jpg', bytes: jpg.length } },
    })
    expect(world.files.kept.get(filePath(own.orgId, body.data.fileId))).toEqual(jpg)
  })

  it.each<[number, string, () => ReturnType<typeof send>]>([
    [401, 'NOT_SIGNED_IN', () => send(null, new Uint8Array(jpg))],
    [400, 'INVALID_INPUT', () => send(own.member, new Uint8Array(jpg), '')],
    [400, 'INVALID_INPUT', () => send(own.member, new Uint8Array(jpg), '?name=a.jpg&orgId=1')],
    [400, 'INVALID_INPUT', () => send(own.member, new Uint8Array(jpg), '?name=a%00.jpg')],
    [422, 'FILE_MISSING', () => send(own.member, new Uint8Array())],
    [422, 'FILE_TYPE_REFUSED', () => send(own.member, new TextEncoder().encode('{"name":"a.jpg"}'))],
    [413, 'TOO_LARGE', () => send(own.member, padded(10 * megabyte + 1))],
    [413, 'TOO_LARGE', () => send(own.member, padded(30 * megabyte))],
    [401, 'NOT_SIGNED_IN', () => send(null, padded(30 * megabyte))],
  ])('is refused with %i for %s', async (status, code, attempt) => {
    world.files.kept.clear()
    expect(await attempt()).toMatchObject({ status, body: { ok: false, error: { code } } })
    expect(world.files.kept.size).toBe(0)
  })

  it('of ten megabytes is taken', async () => {
    expect((await send(own.member, padded(10 * megabyte))).status).toBe(200)
  })

  it('is cut off where it goes on for ever', async () => {
    await expect(send(own.member, padded(60 * megabyte))).rejects.toThrow('fetch failed')
    expect((await send(own.member, new Uint8Array(jpg))).status).toBe(200)
  })

  it('that breaks off leaves nothing, and is nobody’s error', async () => {
    world.files.kept.clear()
    const files = await world.database.db.selectFrom('files').select('file_id').execute()
    await breakOff(own.member)
    expect(await world.database.db.selectFrom('files').select('file_id').execute()).toHaveLength(files.length)
    expect([world.files.kept.size, world.log]).toEqual([0, []])
  })

  it('waits its turn where one session sends many at once', async () => {
    const slow = Array.from({ length: 3 }, () => open(own.secretary))
    await Promise.all(slow.map(({ begun }) => begun))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await send(own.secretary, new Uint8Array(jpg))).toMatchObject({ status: 429, body: { error: { code: 'TOO_MANY_REQUESTS' } } })
    expect((await send(own.member, new Uint8Array(jpg))).status).toBe(200)
    for (const { finish } of slow) finish()
    expect(await Promise.all(slow.map(({ status }) => status))).toEqual([200, 200, 200])
    expect((await send(own.secretary, new Uint8Array(jpg))).status).toBe(200)
  })
})

/** An upload that has begun and goes on when told. */
function open({ token }: Person) {
  const sending = request(`${host.origin}/api/${upload.name}?name=a.jpg`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
  })
  const begun = new Promise<void>((resolve) => sending.write(jpg.subarray(0, 20), () => resolve()))
  return { begun, status, finish: () => sending.end(jpg.subarray(20)), stop: () => sending.destroy() }
}

async function breakOff(person: Person) {
  const { begun, status, stop } = open(person)
  await begun
  stop()
  await expect(status).rejects.toThrow('socket hang up')
  // The server hears of it after us.
  await new Promise((resolve) => setTimeout(resolve, 100))
}

describe('a link', () => {
  it('shows a picture, names it, and lets nothing in it run', async () => {
    const response = await fetch(await linkTo(own.member, await sent(own.member, png, '合影 (1).png')))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-disposition': `inline; filename="__ (1).png"; filename*=UTF-8''%E5%90%88%E5%BD%B1%20%281%29.png`,
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png)
  })

  it.each([
    [pdf, '文件.pdf', 'application/pdf'],
    [docx, '纪要.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('saves everything else', async (bytes, name, type) => {
    const { headers } = await fetch(await linkTo(own.member, await sent(own.member, bytes, name)))
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  it('answers HEAD without the content', async () => {
    const response = await fetch(await linkTo(own.member, await sent(own.member, png, 'a.png')), { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), (await response.arrayBuffer()).byteLength]).toEqual([
      200,
      String(png.length),
      0,
    ])
  })

  it('that is forged, over, or for another file or organisation finds nothing', async () => {
    const [mine, theirs] = [await sent(own.member, png, 'a.png'), await sent(other.member, png, 'b.png')]
    const link = await linkTo(own.member, mine)
    const wrong = [
      link.replace(mine.fileId, theirs.fileId),
      link.replace(own.orgId, other.orgId),
      link.replace(own.orgId, other.orgId).replace(mine.fileId, theirs.fileId),
      link.replace(/e=(\d+)/, 'e=9999999999'),
      link.replace(/s=.*/, 's='),
      link.replace(/\?.*/, ''),
      link.replace('/files/', '/files/..%2f'),
    ]
    for (const address of wrong) {
      const response = await fetch(address)
      expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
      expect(await response.text()).toBe('链接已失效，请回到页面重新打开\n')
    }
    expect((await fetch(link)).status).toBe(200)
    world.clock.advance({ minutes: 21 })
    expect((await fetch(link)).status).toBe(404)
  })

  it('finds nothing where the file is gone, its row or its bytes', async () => {
    const file = await sent(own.member, png, 'a.png')
    const link = await linkTo(own.member, file)
    world.files.kept.clear()
    expect((await fetch(link)).status).toBe(404)
    await world.database.db.deleteFrom('files').where('file_id', '=', file.fileId).execute()
    expect((await fetch(link)).status).toBe(404)
  })
})
