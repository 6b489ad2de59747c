import { parentPort } from 'node:worker_threads'
import type { Purpose } from '../reviews/ballot-token'
import { checkHere } from './check-here'

/** What a worker is asked, and what it answers. */
export interface Question {
  number: number
  purpose: Purpose
  secretKey: string
  serial: string
  token: string
}
export interface Answer {
  number: number
  valid: boolean
}

parentPort?.on('message', async ({ number, purpose, secretKey, serial, token }: Question) => {
  const valid = await checkHere(purpose, secretKey, serial, token).catch(() => false)
  parentPort?.postMessage({ number, valid } satisfies Answer)
})
