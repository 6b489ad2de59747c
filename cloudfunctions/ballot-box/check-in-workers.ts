import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BallotBoxOptions } from './box'
import type { Answer, Question } from './checker'

/**
 * Checks tokens in threads of their own: each takes more than a millisecond of pure arithmetic, for which a hall that checks in at the
 * same time must not wait. A thread that dies is replaced; what it was asked is asked of another.
 */
export function checkInWorkers(threads: number): { check: BallotBoxOptions['check']; stop: () => Promise<void> } {
  const asked = new Map<number, { question: Question; answer: (valid: boolean) => void }>()
  const workers = Array.from({ length: threads }, start)
  let numbers = 0
  let stopped = false

  function start() {
    const worker = new Worker(join(__dirname, 'checker.ts'))
    const busy = { worker, numbers: new Set<number>() }
    worker.on('message', ({ number, valid }: Answer) => {
      busy.numbers.delete(number)
      asked.get(number)?.answer(valid)
      asked.delete(number)
    })
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (stopped) return
      workers.splice(workers.indexOf(busy), 1, start())
      for (const number of busy.numbers) {
        const open = asked.get(number)
        if (open) ask(open.question)
      }
    })
    worker.unref()
    return busy
  }

  /** Of the thread that has least to do. */
  function ask(question: Question) {
    const [least] = [...workers].sort((a, b) => a.numbers.size - b.numbers.size)
    least?.numbers.add(question.number)
    least?.worker.postMessage(question)
  }

  return {
    check: (purpose, secretKey, serial, token) =>
      new Promise((answer) => {
        const question = { number: ++numbers, purpose, secretKey, serial, token }
        asked.set(question.number, { question, answer })
        ask(question)
      }),
    stop: async () => {
      stopped = true
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
