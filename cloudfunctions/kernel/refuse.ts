import type { Reply } from './contract'
import { type RefusalCode, refusals, statusOf } from './refusals'

export interface ApiAnswer {
  status: number
  body: Reply
}

/** The answer for a code; also for refusals that never reach an action (a body that is too large). */
export function refuse(code: RefusalCode, fields?: Record<string, string>, requestId?: string): ApiAnswer {
  const error = { code, message: refusals[code], ...(fields && { fields }), ...(requestId && { requestId }) }
  return { status: statusOf(code), body: { ok: false, error } }
}
