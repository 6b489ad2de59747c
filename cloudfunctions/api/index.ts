import { createApi } from '../kernel/api'
import { systemClock } from '../kernel/clock'
import { cloudFiles } from '../kernel/cloud-files'
import { openDatabase } from '../kernel/database'
import { connectWechat } from '../kernel/wechat'
import { callerOf } from '../kernel/wechat-caller'
import { implementations } from './implementations'

interface Event {
  action?: unknown
  input?: unknown
  token?: unknown
}

// One container serves many calls: the pool is opened once, and a failed attempt is not kept.
let opening: ReturnType<typeof open> | undefined

async function open() {
  const { DATABASE_URL, DATABASE_CONNECTIONS = '5', TCB_ENV, SCF_NAMESPACE, WECHAT_SERVICE_URL, PHONE_KEY } = process.env
  const database = await openDatabase({ url: DATABASE_URL, connections: Number(DATABASE_CONNECTIONS) })
  const wechat = connectWechat({ env: TCB_ENV ?? SCF_NAMESPACE ?? '', serviceUrl: WECHAT_SERVICE_URL })
  const files = cloudFiles(wechat.storage)
  return createApi({
    database,
    files,
    clock: systemClock,
    implementations,
    log: (line) => console.error(line),
    wechat,
    phoneKey: PHONE_KEY,
  })
}

/** The deployed function `api`: the same envelope as over HTTP, asked by `wx.cloud.callFunction`. */
export async function main({ action, input, token }: Event, context?: unknown) {
  // Nothing may be awaited before this, see `callerOf`.
  const caller = callerOf(context)
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  const api = await opening
  const { body } = await api.handle({
    action: String(action),
    input,
    token: typeof token === 'string' ? token : undefined,
    // Guesses are counted by address: without one, strangers' would be counted together.
    address: caller?.address ?? caller?.openid ?? 'wechat',
    device: '微信小程序',
    origin: process.env.PUBLIC_URL ?? '',
    openid: caller?.openid,
  })
  return body
}
