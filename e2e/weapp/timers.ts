/** Longer than this, in ms, is a clock's ticking or a retry; nobody waits for it. */
const soon = 300

export interface Timers {
  globals: Record<string, unknown>
  later: (work: () => void) => void
  /** Whether something is about to happen by itself. */
  busy: () => boolean
  stop: () => void
}

/** The phone's timers; what throws in one of them goes to `onFault`, as WeChat would log it. */
export function startTimers(onFault: (error: unknown) => void): Timers {
  const running = new Map<NodeJS.Timeout, boolean>()
  const guard = (work: () => void) => {
    try {
      work()
    } catch (error) {
      onFault(error)
    }
  }
  const stopOne = (timer: NodeJS.Timeout) => {
    clearTimeout(timer)
    running.delete(timer)
  }
  const once = (work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => {
    const timer = setTimeout(() => {
      running.delete(timer)
      guard(() => work(...given))
    }, delay)
    running.set(timer, delay <= soon)
    return timer
  }
  const again = (work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => {
    const timer = setInterval(() => guard(() => work(...given)), delay)
    running.set(timer, false)
    return timer
  }
  return {
    globals: { setTimeout: once, clearTimeout: stopOne, setInterval: again, clearInterval: stopOne },
    later: (work) => void once(work),
    busy: () => [...running.values()].includes(true),
    stop: () => {
      for (const timer of running.keys()) clearTimeout(timer)
      running.clear()
    },
  }
}
