/** Most requests that share one round trip; beyond it a second one follows. */
const most = 256

/**
 * Requests that arrive while a round trip is under way share the next one: `load` gets them together
 * and answers in the same order. Requests are grouped by `keyOf`, since a statement stays in one organisation.
 * A request's promise settles only after `load` has, so nothing is acknowledged before it is committed.
 */
export function batch<Request, Answer>(keyOf: (request: Request) => string, load: (requests: Request[]) => Promise<(Answer | Error)[]>) {
  type Waiting = { request: Request; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  const waiting = new Map<string, Waiting[]>()
  const running = new Set<string>()

  async function run(key: string) {
    running.add(key)
    // Whatever else arrives in this turn of the event loop still gets on board.
    await new Promise(setImmediate)
    for (let queue = waiting.get(key); queue?.length; queue = waiting.get(key)) {
      const group = queue.splice(0, most)
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
    waiting.delete(key)
    running.delete(key)
  }

  return (request: Request) =>
    new Promise<Answer>((resolve, reject) => {
      const key = keyOf(request)
      const queue = waiting.get(key) ?? []
      queue.push({ request, resolve, reject })
      waiting.set(key, queue)
      if (!running.has(key)) void run(key)
    })
}
