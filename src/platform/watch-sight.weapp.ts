import Taro, { getCurrentInstance } from '@tarojs/taro'
import type { Sight } from './sight'

/** Calls back when elements of a class come into sight or leave it, at first with those in sight now; answers how to stop. */
export function watchSight(className: string, onSight: (news: Sight[]) => void): () => void {
  const { page } = getCurrentInstance()
  let watching: Taro.IntersectionObserver | undefined
  let over = false
  // What was just rendered reaches the page with the next tick.
  Taro.nextTick(() => {
    if (over || !page) return
    watching = Taro.createIntersectionObserver(page, { observeAll: true })
    watching.relativeToViewport().observe(`.${className}`, (result) => {
      const { id = '', intersectionRatio = 0, boundingClientRect } = result as typeof result & { id?: string }
      onSight([{ id, inSight: intersectionRatio > 0, height: boundingClientRect?.height ?? 0 }])
    })
  })
  return () => {
    over = true
    watching?.disconnect()
  }
}
