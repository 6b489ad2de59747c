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
  const waiting = new Map<string, Waiting[]>()
  const running = new Map<string, number>()
  const lanesOf = (key: string) => running.get(key) ?? 0

  async function run(key: string) {
    running.set(key, lanesOf(key) + 1)
    for (;;) {
      // Whatever else arrives in this turn of the event loop still gets on board.
      await new Promise(setImmediate)
      const group = waiting.get(key)?.splice(0, most) ?? []
      if (!group.length) break
      await settle(group)
    }
    running.set(key, lanesOf(key) - 1)
    if (lanesOf(key)) return
    waiting.delete(key)
    running.delete(key)
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
      const queue = waiting.get(key) ?? []
      queue.push({ request, resolve, reject })
      waiting.set(key, queue)
      // One that is not the first finds a lane on its way already.
      if (queue.length === 1 && lanesOf(key) < lanes) void run(key)
    })
}
