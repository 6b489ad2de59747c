import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from './app'
import { openBrowser } from './browser'
import { type Manner, manners, openShown, preparePages } from './pages'

const directory = join(__dirname, '..', 'docs', 'screens')

/** `npm run screens [page…]`: photographs the pages for the README, and for whoever changed one. Wants a Chinese font. */
async function photograph(wanted: string[]) {
  mkdirSync(directory, { recursive: true })
  const app = await startApp()
  const browser = await openBrowser()
  const pages = await preparePages(app)
  for (const [name, shown] of Object.entries(pages)) {
    if (wanted.length && !wanted.includes(name)) continue
    for (const manner of Object.keys(manners) as Manner[]) {
      const page = await openShown(browser, app, shown, manner)
      // The stream keeps the network busy, and the code has its own pace.
      await page.waitForTimeout(500)
      await page.screenshot({ path: join(directory, `${name}${manner}.png`) })
      await page.context().close()
    }
  }
  await browser.close()
  await app.stop()
}

photograph(process.argv.slice(2)).catch((error) => {
  console.error(error)
  process.exit(1)
})
