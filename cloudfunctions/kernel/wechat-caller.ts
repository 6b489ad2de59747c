import { readWechatContext } from './wechat'

/** Who WeChat says is calling. */
export interface WechatCaller {
  /** The person, for this mini-program only. */
  openid: string
  /** Their phone's network address, where WeChat knows it. */
  address: string | undefined
}

/**
 * Who is calling this function; undefined where the call did not come from the mini-program.
 *
 * Ask before anything is awaited. The runtime writes each call's facts into the process's environment, which is all that
 * `getWXContext` of wx-server-sdk 4.0.2 reads; a moment later they may be another call's. Where the call's own `context`
 * carries its environment, that alone counts: it stays this call's for as long as it runs.
 */
export function callerOf(context: unknown): WechatCaller | undefined {
  const own = environmentOf(context)
  const { OPENID, CLIENTIP } = own ? { OPENID: own.WX_OPENID, CLIENTIP: own.WX_CLIENTIP } : readWechatContext()
  return OPENID ? { openid: String(OPENID), address: CLIENTIP ? String(CLIENTIP) : undefined } : undefined
}

/** The call's own environment: JSON where the runtime is new, `NAME=value;…` where it is old. */
function environmentOf(context: unknown): Record<string, unknown> | undefined {
  const { environment, environ } = (context ?? {}) as { environment?: unknown; environ?: unknown }
  if (typeof environment === 'string' && environment) return JSON.parse(environment)
  if (typeof environ !== 'string' || !environ) return undefined
  const pairs = environ.split(';').flatMap((pair): [string, string][] => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(pairs)
}
