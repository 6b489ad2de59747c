import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { type App, startApp } from '../../e2e/app'
import { openBrowser, openPhone, signIn } from '../../e2e/browser'
import { machineFacts, median, spread } from '../statistics'
import { type Frames, scrollThrough } from './page'

const people = 1_000
const slowdown = 4
const rounds = Number(process.argv[2] ?? 3)
/** A finger's flick carries about this far in a frame, in CSS pixels. */
const step = 300
/** The slowest twentieth of the frames while scrolling, in ms. */
const limit = 100

interface Measured extends Frames {
  nodes: number
}

/** The wall of a branch of a thousand, scrolled down page by page and then from the middle on, on a slow phone. */
async function run() {
  const app = await startApp()
  const browser = await openBrowser()
  try {
    await crowd(app)
    const measured: Measured[] = []
    for (let round = 0; round < rounds; round++) measured.push(await look(browser, app))
    const of = (key: keyof Measured, digits = 0) =>
      spread(
        measured.map((each) => each[key]),
        digits,
      )
    console.log(`\n${machineFacts()}; Chromium at ${slowdown}× CPU slowdown; the wall of ${people} members; ${rounds} rounds\n`)
    console.log('| elements | ms a frame, median | ms, slowest twentieth | frames with nothing to read |\n|---|---|---|---|')
    console.log(`| ${of('nodes')} | ${of('usual')} | ${of('slow')} | ${of('blank', 2)} |`)
    if (median(measured.map(({ slow }) => slow)) > limit) process.exitCode = 1
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** The first branch has grown. */
async function crowd({ origin, database }: App) {
  const { me } = await signIn(origin, 'secretary1')
  await sql`
    insert into organisation_members (org_id, member_id, unit_id, group_id, name, initials, standing, created_at)
    select org_id, gen_random_uuid(), unit_id, null, '同志' || number, 'tz' || number, 'full', created_at
    from organisation_members, generate_series(1, ${people}::int) number where member_id = ${me.id}`.execute(database.db)
}

async function look(browser: Browser, { origin }: App): Promise<Measured> {
  const phone = await openPhone(browser, { origin, login: 'secretary1' })
  try {
    const page = await phone.newPage()
    await page.goto(`${origin}/pages/showcase/index`)
    await page.locator('.wall-line').first().waitFor()
    await toTheEnd(page)
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const frames = await scrollThrough(page, { row: '.wall-line', from: 20_000, step })
    return { ...frames, nodes: await page.evaluate(() => document.querySelectorAll('*').length) }
  } finally {
    await phone.close()
  }
}

/** As a thumb would, until everybody is there. */
async function toTheEnd(page: Page) {
  while (!(await page.getByText('已全部显示').count())) {
    await page.evaluate(() => document.querySelector('.wall-end')?.scrollIntoView())
    await page.waitForTimeout(50)
  }
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
