import { act } from '@testing-library/react'

interface Watcher {
  tell: (entries: Entry[]) => void
  watched: Set<Element>
  /** What each was said to be last; the first look tells of every one. */
  told: Map<Element, boolean>
}
type Entry = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting' | 'boundingClientRect'>

let watchers = new Set<Watcher>()
let seen = new Set<Element>()

const entryOf = (target: Element, height: number): Entry => ({
  target,
  isIntersecting: seen.has(target),
  boundingClientRect: new DOMRect(0, 0, 375, height),
})

class FakeIntersectionObserver {
  private readonly watcher: Watcher
  constructor(tell: (entries: Entry[]) => void) {
    this.watcher = { tell, watched: new Set(), told: new Map() }
    watchers.add(this.watcher)
  }
  observe = (element: Element) => void this.watcher.watched.add(element)
  disconnect = () => void watchers.delete(this.watcher)
}

/** What the person has before their eyes; without layout only a test can say. */
export const sight = {
  /** Scrolls so that exactly these are in sight; what leaves it is `height` pixels high. */
  move: (elements: (Element | null | undefined)[], height = 900) =>
    act(async () => {
      seen = new Set(elements.filter((each) => each instanceof Element))
      for (const { tell, watched, told } of watchers) {
        const news = [...watched].filter((each) => told.get(each) !== seen.has(each))
        for (const each of news) told.set(each, seen.has(each))
        if (news.length) tell(news.map((each) => entryOf(each, height)))
      }
    }),
  watching: () => watchers.size,
  becomeNew() {
    watchers = new Set()
    seen = new Set()
    globalThis.IntersectionObserver = FakeIntersectionObserver as unknown as typeof IntersectionObserver
  },
}
