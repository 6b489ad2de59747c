import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Host, startHost } from '../testing/host'
import { temporaryDirectory } from '../testing/terminal'
import { openWorld, type World } from '../testing/world'

const early = 'window.early = fetch("/api/organisation.welcome")'
const page = `<!doctype html><script>${early}</script><script src="/js/app.0123456789ab.js"></script>`
const script = 'document.title = "三亮"'
const directory = temporaryDirectory()
const app = join(directory.path, 'h5')

let world: World
let host: Host
beforeAll(async () => {
  mkdirSync(join(app, 'js'), { recursive: true })
  writeFileSync(join(app, 'index.html'), page)
  writeFileSync(join(app, 'js', 'app.0123456789ab.js'), script)
  writeFileSync(join(app, 'js', 'app.0123456789ab.js.br'), brotliCompressSync(script))
  writeFileSync(join(directory.path, 'beside.txt'), 'not ours to show')
  world = await openWorld()
  host = await startHost(world, { app })
})
afterAll(async () => {
  await host.stop()
  await world.close()
  directory.remove()
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(host.origin + path, { headers })

it('answers the address of every page with the app, the one a scanned code opens first of all', async () => {
  for (const path of ['/', '/check-in?c=AAAAAAAAAAAAAAAAAAAAAA', '/meetings/pages/list/index']) {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).toBe(page)
  }
})

it('lets a hashed file be kept for ever, and the page not at all', async () => {
  expect((await get('/js/app.0123456789ab.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/check-in')).headers.get('cache-control')).toBe('no-cache')
})

it('sends the page again only when it changed', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
})

it('sends files compressed to whoever can read it', async () => {
  const compressed = await get('/js/app.0123456789ab.js', { 'accept-encoding': 'br' })
  expect(compressed.headers.get('content-encoding')).toBe('br')
  expect(compressed.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(await compressed.text()).toBe(script)
  const plain = await get('/js/app.0123456789ab.js', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

it('runs no script but its own, shows itself in no frame, and sends its address nowhere', async () => {
  const { headers } = await get('/check-in?c=AAAAAAAAAAAAAAAAAAAAAA')
  const policy = headers.get('content-security-policy')?.split('; ') ?? []
  const hash = createHash('sha256').update(early).digest('base64')
  expect(policy).toEqual(expect.arrayContaining([`script-src 'self' 'sha256-${hash}'`, "default-src 'self'", "connect-src 'self'"]))
  expect(policy).toEqual(expect.arrayContaining(["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]))
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive')
  expect(headers.get('permissions-policy')).toBe('camera=(self), geolocation=(self), microphone=()')
})

it('says that a file is missing instead of sending the page for it', async () => {
  expect((await get('/js/app.ba9876543210.js')).status).toBe(404)
})

it('shows nothing that lies beside the app', async () => {
  const paths = ['/../beside.txt', '/%2e%2e/beside.txt', '/..%2fbeside.txt', '/js/../../beside.txt', '/%00', '/%E0%A4%A']
  for (const path of paths) expect(await rawly(path)).not.toContain('not ours')
  expect((await get('/')).status).toBe(200)
})

/** `fetch` would tidy the path. */
const rawly = (path: string) =>
  new Promise<string>((resolve, reject) => {
    request(host.origin, { path }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
    })
      .on('error', reject)
      .end()
  })
