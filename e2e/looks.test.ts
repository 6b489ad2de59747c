import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Manner, manners, openShown, preparePages, type Shown } from './pages'
import { setStage } from './stage'

let pages: Record<string, Shown>
const stage = setStage(async ({ app }) => {
  pages = await preparePages(app)
})

for (const manner of Object.keys(manners) as Manner[]) {
  test(`every page fits its screen${manner ? ` (${manner.slice(1)})` : ''}`, async () => {
    const faults: Record<string, string[]> = {}
    for (const [name, shown] of Object.entries(pages)) {
      const page = await openShown(stage.browser, stage.app, shown, manner)
      const { needed, given } = await page.evaluate(() => ({ needed: document.documentElement.scrollWidth, given: innerWidth }))
      const found = manner === '-elder' ? await hardToSeeOrTouch(page) : []
      if (needed > given) found.push(`${needed} wide on a screen of ${given}`)
      if (found.length) faults[name] = found
      await page.context().close()
    }
    assert.deepEqual(faults, {})
  })
}

/** What falls short of elder mode's promise: text with a contrast of 7 : 1 (WCAG 1.4.6), targets of 60 px. */
function hardToSeeOrTouch(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = (colour: number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const behind = (element: Element): number[] => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor)
        if (colour.length === 3 || (colour[3] ?? 1) > 0.9) return colour.slice(0, 3)
      }
      return [255, 255, 255]
    }
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect()
      if (!box.width || !box.height || !(element as HTMLElement).checkVisibility({ opacityProperty: true })) continue
      const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim()).map((node) => node.textContent)
      if (own.length) {
        const one = light(channels(getComputedStyle(element).color))
        const other = light(behind(element))
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
        if (contrast < 6.99) faults.push(`contrast ${contrast.toFixed(1)}: ${own.join('')}`)
      }
      const touched = element.matches('.at-button, [role=button], [role=radio], [role=checkbox], [role=switch], .choice__option')
      if (touched && box.height < 59.5) faults.push(`${Math.round(box.height)} px high: ${element.textContent} ${element.className}`)
    }
    return faults
  })
}
