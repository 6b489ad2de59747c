import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BallotBoxOptions } from './box'
import { checkHere } from './check-here'
import type { Answer, Question } from './checker'

interface Thread {
  worker: Worker
  /** What it was asked and has not answered. */
  numbers: Set<number>
  hasAnswered: boolean
}

/** So many threads may end without a single answer; then there is something wrong with them all. */
const mostBarren = 4

/**
 * Checks tokens in threads of their own: each takes more than a millisecond of pure arithmetic, for which a hall that checks in at the
 * same time must not wait. What a thread that dies was asked is asked of another; where none comes to life, it is checked here.
 */
export function checkInWorkers(
  threads: number,
  path = join(__dirname, 'checker.ts'),
): { check: BallotBoxOptions['check']; stop: () => Promise<void> } {
  const asked = new Map<number, { question: Question; answer: (valid: boolean) => void }>()
  const pool: Thread[] = []
  let numbers = 0
  let barren = 0
  let stopped = false
  for (let thread = 0; thread < threads; thread++) start()

  function start() {
    // A thread does not inherit how TypeScript is read.
    const worker = new Worker(path, { execArgv: ['--require', require.resolve('tsx/cjs')] })
    const thread: Thread = { worker, numbers: new Set(), hasAnswered: false }
    pool.push(thread)
    worker.on('message', ({ number, valid }: Answer) => {
      thread.hasAnswered = true
      thread.numbers.delete(number)
      asked.get(number)?.answer(valid)
      asked.delete(number)
    })
    // Its exit follows.
    worker.on('error', () => {})
    worker.on('exit', () => replace(thread))
    worker.unref()
  }

  function replace(thread: Thread) {
    pool.splice(pool.indexOf(thread), 1)
    if (stopped) return
    if (!thread.hasAnswered) barren++
    if (barren < mostBarren) start()
    for (const number of thread.numbers) ask(number)
  }

  /** Of the thread that has least to do. */
  function ask(number: number) {
    const open = asked.get(number)
    if (!open) return
    const [least] = [...pool].sort((a, b) => a.numbers.size - b.numbers.size)
    if (least) {
      least.numbers.add(number)
      least.worker.postMessage(open.question)
      return
    }
    const { purpose, secretKey, serial, token } = open.question
    asked.delete(number)
    void checkHere(purpose, secretKey, serial, token).then(open.answer)
  }

  return {
    check: (purpose, secretKey, serial, token) =>
      new Promise((answer) => {
        const question = { number: ++numbers, purpose, secretKey, serial, token }
        asked.set(question.number, { question, answer })
        ask(question.number)
      }),
    stop: async () => {
      stopped = true
      await Promise.all(pool.map(({ worker }) => worker.terminate()))
    },
  }
}
