import { createApi } from '../kernel/api'
import { systemClock } from '../kernel/clock'
import { openDatabase } from '../kernel/database'
import { implementations } from './implementations'

interface Event {
  action?: unknown
  input?: unknown
  token?: unknown
}

// One container serves many calls: the pool is opened once, and a failed attempt is not kept.
let opening: ReturnType<typeof open> | undefined

async function open() {
  const database = await openDatabase({ url: process.env.DATABASE_URL, connections: Number(process.env.DATABASE_CONNECTIONS ?? 5) })
  return createApi({ database, clock: systemClock, implementations, log: (line) => console.error(line) })
}

/** The deployed function `api`: the same envelope as over HTTP, asked by `wx.cloud.callFunction`. */
export async function main(event: Event) {
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  const api = await opening
  const { body } = await api.handle({
    action: String(event.action),
    input: event.input,
    token: typeof event.token === 'string' ? event.token : undefined,
    address: 'wechat',
    device: '微信小程序',
    origin: process.env.PUBLIC_URL ?? '',
  })
  return body
}
