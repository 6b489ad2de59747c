import type { Browser, Page } from 'playwright-core'
import { type App, type OpenMeeting, startApp } from '../../e2e/app'
import { openBrowser, openPhone } from '../../e2e/browser'
import { machineFacts, median, spread } from '../statistics'
import { measureAnswer, openCrowdedMeeting } from './crowd'
import { type Frames, openWholeList, scrollThrough } from './page'

const people = 10_000
const slowdown = 4
const rounds = Number(process.argv[2] ?? 3)
/** A finger's flick carries about this far in a frame, in CSS pixels. */
const step = 300
/** The slowest twentieth of the frames while scrolling, in ms. */
const limit = 100

/**
 * The organiser's list of a very large branch, all of it opened, on a slow phone. Beside it the same list with every row in the document,
 * as a browser makes it that takes everything to be in sight.
 */
const sides = { 'rows in sight': false, 'every row': true }
type Side = keyof typeof sides
const names = Object.keys(sides) as Side[]

interface Measured extends Frames {
  firstPaint: number
  nodes: number
}

async function run() {
  const app = await startApp()
  const browser = await openBrowser()
  try {
    const meeting = await openCrowdedMeeting(app, people)
    const answers: Record<'whole' | 'changed', { ms: number; bytes: number }[]> = { whole: [], changed: [] }
    // The list was made this moment, so what changed in the last seconds would be everyone.
    const since = new Date(Date.now() + 60_000).toISOString()
    for (let round = 0; round < 5; round++) {
      answers.whole.push(await measureAnswer(app, meeting))
      answers.changed.push(await measureAnswer(app, meeting, since))
    }
    const measured: Record<Side, Measured[]> = { 'rows in sight': [], 'every row': [] }
    for (let round = 0; round < rounds; round++) {
      for (const name of names) measured[name].push(await look(browser, app, meeting, sides[name]))
    }
    console.log(`${machineFacts()}; Chromium at ${slowdown}× CPU slowdown; ${people} people; ${rounds} interleaved rounds\n`)
    for (const [what, each] of Object.entries(answers)) {
      console.log(
        `meetings.attendance, ${what}: ${each[0]?.bytes} bytes, ${spread(
          each.map(({ ms }) => ms),
          0,
        )} ms`,
      )
    }
    report(measured)
    if (median(measured['rows in sight'].map(({ slow }) => slow)) > limit) process.exitCode = 1
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function look(browser: Browser, { origin }: App, { meetingId }: OpenMeeting, everyRow: boolean): Promise<Measured> {
  const phone = await openPhone(browser, { origin, login: 'secretary1' })
  try {
    const page = await phone.newPage()
    if (everyRow) await page.addInitScript(takeAllToBeInSight)
    await page.goto(`${origin}/meetings/pages/meeting/index?meetingId=${meetingId}`)
    await page.getByText('显示全部').waitFor()
    await slowDown(page)
    const firstPaint = await openWholeList(page)
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    return { firstPaint, nodes, ...(await scrollThrough(page, { row: '.person-row', from: 200_000, step })) }
  } finally {
    await phone.close()
  }
}

const slowDown = async (page: Page) => (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })

function takeAllToBeInSight() {
  class Everything {
    constructor(private readonly tell: (entries: object[]) => void) {}
    observe(target: Element) {
      queueMicrotask(() => this.tell([{ target, isIntersecting: true, boundingClientRect: { height: 0 } }]))
    }
    disconnect() {}
  }
  Object.assign(globalThis, { IntersectionObserver: Everything })
}

function report(measured: Record<Side, Measured[]>) {
  console.log(
    '\n| | ms from the tap to the list’s first frame | elements | ms a frame, median | ms, slowest twentieth | frames with nothing to read |',
  )
  console.log('|---|---|---|---|---|---|')
  for (const name of names) {
    const of = (key: keyof Measured, digits = 0) =>
      spread(
        measured[name].map((each) => each[key]),
        digits,
      )
    console.log(`| ${name} | ${of('firstPaint')} | ${of('nodes')} | ${of('usual')} | ${of('slow')} | ${of('blank', 2)} |`)
  }
  const ratio = (key: keyof Measured) =>
    spread(
      measured['rows in sight'].map((each, round) => each[key] / (measured['every row'][round]?.[key] ?? Number.NaN)),
      3,
    )
  console.log(`| of every row | ${ratio('firstPaint')} | ${ratio('nodes')} | ${ratio('usual')} | ${ratio('slow')} | |`)
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
