import type { EarlyCheckIn } from './check-in/early.h5'
import { describeRefusal, describeScan, isNoAnswer, type Outcome } from './check-in/outcome'
import { newRequestId } from './platform/request-id'

declare global {
  interface Window {
    __appFiles: { css: string[]; js: string[] }
  }
}

/**
 * Runs inside index.html, before the app. Whoever opened a scanned link and is signed in is checked in at once;
 * the app loads after the answer has been shown, because both would share a slow line and a slow processor.
 */
const code = location.pathname === '/check-in' ? new URLSearchParams(location.search).get('c') : null
const token = kept<{ token: string }>('session')?.token

if (code && token) {
  const early = checkIn(code, token)
  window.__earlyCheckIn = early
  const patience = new Promise((resolve) => setTimeout(resolve, 2_500))
  const shown = early.outcome.then((outcome) => outcome && show(outcome))
  // One frame for the result to be painted, then the app.
  void Promise.race([shown, patience]).then(() => requestAnimationFrame(() => setTimeout(loadApp)))
} else loadApp()

function checkIn(code: string, token: string): EarlyCheckIn {
  const requestId = newRequestId()
  const scannedAt = new Date(Date.now() + (kept<number>('clock') ?? 0)).toISOString()
  const device = kept<string>('device') ?? undefined
  const outcome = fetch('/api/meetings.checkIn', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ code, requestId, scannedAt, device }),
  })
    .then((response) => response.json())
    .then((reply): Outcome | undefined => {
      if (reply.ok) return describeScan(reply.data)
      return isNoAnswer(reply.error.code) ? undefined : describeRefusal(reply.error.code, reply.error.message)
    })
    .catch(() => undefined)
  return { code, requestId, scannedAt, outcome }
}

/** What `platform/stored-state.ts` keeps, in Taro's own wrapping. */
function kept<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(`sanliang.${name}`) ?? 'null')?.data ?? undefined
  } catch {
    return undefined
  }
}

function show({ kind, title, lines }: Outcome) {
  const place = document.getElementById('early-check-in')
  if (!place) return
  if (kept<boolean>('elder')) place.classList.add('elder')
  const mark = element('i', kind)
  const rest = lines.map((line, index) => element('p', index === 0 && kind === 'success' ? 'name' : '', line))
  place.replaceChildren(mark, element('h1', '', title), ...rest)
  place.hidden = false
  document.title = title
  performance.mark('check-in-result')
}

function element(name: string, className: string, text = '') {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/** Styles first, so that no page is seen without them; the scripts are fetched meanwhile. */
function loadApp() {
  const { css, js } = window.__appFiles
  let waiting = css.length
  const run = () => {
    for (const src of js) document.head.append(Object.assign(document.createElement('script'), { src, async: false }))
  }
  for (const href of js) document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href }))
  const settled = () => {
    waiting -= 1
    if (waiting === 0) run()
  }
  for (const href of css) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: settled, onerror: settled }))
  }
  if (waiting === 0) run()
}
