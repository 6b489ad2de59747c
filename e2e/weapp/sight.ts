interface Told {
  id: string
  intersectionRatio: number
  boundingClientRect: { height: number }
}
type Listener = (told: Told) => void

/** WeChat's own observers of what is in sight; without a layout a test says what that is, by the elements' ids. */
export function startSight(copy: <Value>(value: Value) => Value) {
  const listeners = new Map<Listener, Set<string>>()
  const selectors = new Map<Listener, string>()

  const createIntersectionObserver = () => {
    let mine: Listener | undefined
    const observer = {
      relativeToViewport: () => observer,
      observe: (selector: string, listener: Listener) => {
        mine = listener
        selectors.set(listener, selector)
        listeners.set(listener, new Set())
      },
      disconnect: () => {
        if (!mine) return
        listeners.delete(mine)
        selectors.delete(mine)
      },
    }
    return observer
  }
  /** Scrolls so that exactly these elements are in sight, each with its classes. Only a change is told, and at first only what is in sight. */
  const move = (elements: { id: string; classes: string[] }[], height: number) => {
    for (const [listener, before] of [...listeners]) {
      const name = selectors.get(listener)?.slice(1) ?? ''
      const now = new Set(elements.filter(({ classes }) => classes.includes(name)).map(({ id }) => id))
      const tell = (id: string, intersectionRatio: number) => listener(copy({ id, intersectionRatio, boundingClientRect: { height } }))
      for (const id of now) if (!before.has(id)) tell(id, 0.5)
      for (const id of before) if (!now.has(id)) tell(id, 0)
      listeners.set(listener, now)
    }
  }
  return { createIntersectionObserver, move }
}
