import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { type App, startApp } from './app'
import { openBrowser } from './browser'

export interface Stage {
  app: App
  browser: Browser
}

/** The app and a browser for the tests of one file, from before the first until after the last. */
export function setStage(prepare = async (_: Stage) => {}): Stage {
  const stage = {} as Stage
  before(async () => {
    stage.app = await startApp()
    stage.browser = await openBrowser()
    // Hooks of their own would not wait for this one.
    await prepare(stage)
  })
  after(async () => {
    await stage.browser?.close()
    await stage.app?.stop()
  })
  return stage
}
