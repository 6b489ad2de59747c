/** Most requests that share one round trip; beyond it a second one follows. */
const most = 256
/** Round trips under way at once: while one waits for the disk, the next is being worked on. */
const lanes = 3

/**
 * Requests that arrive while round trips are under way share the next one: `load` gets them together
 * and answers in the same order. Requests are grouped by `keyOf`, since a statement stays in one organisation.
 * A request's promise settles only after `load` has, so nothing is acknowledged before it is committed.
 */
export function batch<Request, Answer>(keyOf: (request: Request) => string, load: (requests: Request[]) => Promise<(Answer | Error)[]>) {
  type Waiting = { request: Request; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  type Line = { waiting: Waiting[]; trips: number; onBoard: number; leaving: boolean }
  const lines = new Map<string, Line>()

  /**
   * Another round trip leaves beside those under way once as many wait as are on board: a fast disk is given few large ones,
   * and where the disk is slow, nobody waits for it with an empty seat.
   */
  function leave(key: string, line: Line) {
    const worthIt = line.waiting.length > 0 && line.waiting.length >= line.onBoard
    if (line.leaving || !worthIt || line.trips === lanes) return
    line.leaving = true
    // Whatever else arrives in this turn of the event loop still gets on board.
    setImmediate(() => {
      line.leaving = false
      void travel(key, line)
    })
  }

  async function travel(key: string, line: Line) {
    const group = line.waiting.splice(0, most)
    line.trips++
    line.onBoard += group.length
    await settle(group)
    line.trips--
    line.onBoard -= group.length
    if (line.waiting.length) leave(key, line)
    else if (!line.trips) lines.delete(key)
  }

  async function settle(group: Waiting[]) {
    try {
      const answers = await load(group.map((each) => each.request))
      group.forEach((each, index) => {
        const answer = answers[index]
        if (answer === undefined || answer instanceof Error) each.reject(answer ?? new Error('a batch lost a request'))
        else each.resolve(answer)
      })
    } catch (error) {
      for (const each of group) each.reject(error)
    }
  }

  return (request: Request) =>
    new Promise<Answer>((resolve, reject) => {
      const key = keyOf(request)
      const line = lines.get(key) ?? { waiting: [], trips: 0, onBoard: 0, leaving: false }
      lines.set(key, line)
      line.waiting.push({ request, resolve, reject })
      leave(key, line)
    })
}
