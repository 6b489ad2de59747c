import chromiumPackage from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** The sizes that matter: a phone of today, and a projector or desk. */
export const phone = { width: 390, height: 844 }
export const projector = { width: 1280, height: 800 }

/** Chromium from npm, so that a fresh machine needs nothing else. `camera` is a .y4m or .mjpeg file shown by a fake camera. */
export async function openBrowser({ camera }: { camera?: string } = {}): Promise<Browser> {
  const fake = camera
    ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`]
    : []
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: [...chromiumPackage.args.filter((arg) => !/^--(single-process|headless)/.test(arg)), ...fake],
    headless: true,
  })
}

interface PhoneOptions {
  origin: string
  size?: { width: number; height: number }
  /** Who is signed in on it; nobody when left out. */
  login?: string
  elder?: boolean
  /** What else lies on it, by key. */
  stored?: Record<string, unknown>
}

/** A phone with its own storage: signed in, or not. */
export async function openPhone(
  browser: Browser,
  { origin, size = phone, login, elder = false, stored }: PhoneOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size === phone,
    isMobile: size === phone,
  })
  // The loader of these tests wraps every named function in one of its own, also those that run in the page.
  await context.addInitScript('globalThis.__name = (named) => named')
  const kept = { ...(login && { 'sanliang.session': await signIn(origin, login) }), ...(elder && { 'sanliang.elder': true }), ...stored }
  await context.addInitScript((values) => {
    // Only once: what the app changes afterwards stands.
    if (localStorage.getItem('prepared')) return
    localStorage.setItem('prepared', 'yes')
    for (const [key, data] of Object.entries(values)) localStorage.setItem(key, JSON.stringify({ data }))
  }, kept)
  return context
}

/** Presses the button with this text, the newest page's: pages that were left stay in the document, a moment even in sight. */
export const press = (page: Page, text: string) =>
  page
    .locator('.at-button:visible', { hasText: new RegExp(`^${text}$`) })
    .last()
    .click()

/** A demo sign-in over the wire: `{ token, me }`. */
export const signIn = (origin: string, login: string) =>
  ask<{ token: string; me: { id: string; name: string; unitId: string } }>(origin, undefined, 'organisation.signIn', {
    login,
    password: 'sanliang-demo',
  })

/** Asks for an action as a client of the wire would; throws on a refusal. */
export async function ask<Data>(origin: string, token: string | undefined, action: string, input: unknown = {}): Promise<Data> {
  const response = await fetch(`${origin}/api/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  })
  const reply = await response.json()
  if (!reply.ok) throw new Error(`${action}: ${reply.error.code}`)
  return reply.data
}
