import type { Browser } from 'playwright-core'
import { checkInPath, type OpenMeeting, openMeeting, startApp } from '../../e2e/app'
import { openBrowser, openPhone } from '../../e2e/browser'
import { machineFacts, median, spread } from '../statistics'

/** An old phone in a basement hall. */
const line = { bitsPerSecond: 4_000_000, latency: 100 }
const slowdown = 4
const rounds = Number(process.argv[2] ?? 9)
/** From opening the link to the result, in ms. */
const limit = 1500

/**
 * A scanned link on a phone that has nothing of the app in its cache and is signed in. Beside it the same link
 * in the app's own page, where the check-in waits for the app: what the early request is worth.
 */
const sides = {
  'scanned link': (path: string) => path,
  // The early request knows links by their `c`; the page reads a code's `scene` as well.
  'app first': (path: string) => path.replace('?c=', '?scene='),
}
type Side = keyof typeof sides
const names = Object.keys(sides) as Side[]

async function run() {
  const app = await startApp()
  const browser = await openBrowser()
  try {
    const meeting = await openMeeting(app.origin, '首屏测量的大会')
    const times: Record<Side, number[]> = { 'scanned link': [], 'app first': [] }
    for (const name of names) await openLink(browser, app.origin, meeting, name, 'member20')
    for (let round = 0; round < rounds; round++) {
      for (const name of names) times[name].push(await openLink(browser, app.origin, meeting, name, `member${round + 1}`))
    }
    report(times)
    if (median(times['scanned link']) > limit) process.exitCode = 1
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** The time from opening the link to the result's first frame, in ms. */
async function openLink(browser: Browser, origin: string, meeting: OpenMeeting, name: Side, login: string): Promise<number> {
  const phone = await openPhone(browser, { origin, login })
  try {
    const page = await phone.newPage()
    await page.addInitScript(noteResult)
    const wire = await phone.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
    const throughput = line.bitsPerSecond / 8
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
    await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(origin + sides[name](await checkInPath(meeting)), { waitUntil: 'commit' })
    const shown = await page.waitForFunction(() => performance.getEntriesByName('result-painted')[0]?.startTime, undefined, {
      polling: 200,
      timeout: 60_000,
    })
    return Number(await shown.jsonValue())
  } finally {
    await phone.close()
  }
}

/** Marks the frame after the one in which a result is first to be read, whoever shows it: then it has been painted. */
function noteResult() {
  new MutationObserver((_, watching) => {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered counts, and the page's script holds the same words
    if (!/签到成功|您已签到/.test(document.body?.innerText ?? '')) return
    watching.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('result-painted')))
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'class'] })
}

function report(times: Record<Side, number[]>) {
  console.log(
    `${machineFacts()}; Chromium at ${slowdown}× CPU slowdown, ${line.bitsPerSecond / 1e6} Mbit/s, ${line.latency} ms, nothing cached; ` +
      `${rounds} interleaved rounds; median (lowest–highest)\n`,
  )
  console.log('| opened | ms to the result | of app first |\n|---|---|---|')
  for (const name of names) {
    const ratios = times[name].map((value, round) => value / (times['app first'][round] ?? Number.NaN))
    console.log(`| ${name} | ${spread(times[name], 0)} | ${spread(ratios, 2)} |`)
  }
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
