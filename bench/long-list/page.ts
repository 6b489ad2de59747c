import type { Page } from 'playwright-core'

export interface Frames {
  /** ms between frames: the median, and what one in twenty exceeds. */
  usual: number
  slow: number
  /** The share of frames (0–1) in which the middle of the screen held no row. */
  blank: number
}

/** Taps for the whole list; answers after how many ms its rows were painted. */
export const openWholeList = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll<HTMLElement>('.people-group .at-button')].at(-1)
        const before = document.querySelectorAll('.person-row').length
        const begun = performance.now()
        const look = () => {
          if (document.querySelectorAll('.person-row').length === before) return void requestAnimationFrame(look)
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)))
        }
        button?.click()
        look()
      }),
  )

export interface Way {
  /** Selects the rows. */
  row: string
  /** CSS pixels from the top where it begins, and how many it goes on by in a frame. */
  from: number
  step: number
}

/** Scrolls on for some seconds. */
export const scrollThrough = (page: Page, way: Way): Promise<Frames> =>
  page.evaluate(
    ({ row, from, step }) =>
      new Promise<Frames>((resolve) => {
        let scroller: Element = document.querySelector(row) ?? document.body
        const scrolls = (element: Element) =>
          /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight
        while (scroller.parentElement && !scrolls(scroller)) scroller = scroller.parentElement
        scroller.scrollTop = from
        const gaps: number[] = []
        let blank = 0
        let last: number | undefined
        const begun = performance.now()
        const frame = (now: number) => {
          if (last !== undefined) gaps.push(now - last)
          last = now
          if (!document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(row)) blank++
          scroller.scrollTop += step
          if (performance.now() - begun < 5000) return void requestAnimationFrame(frame)
          gaps.sort((a, b) => a - b)
          // Not one frame in all that time is one very long frame.
          const at = (share: number) => gaps[Math.floor(gaps.length * share)] ?? performance.now() - begun
          resolve({ usual: at(0.5), slow: at(0.95), blank: blank / Math.max(1, gaps.length) })
        }
        setTimeout(() => requestAnimationFrame(frame), 500)
      }),
    way,
  )
