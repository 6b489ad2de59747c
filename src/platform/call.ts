import type { Action, InputOf, OutputOf, Reply } from '../../cloudfunctions/kernel/contract'
import type { RefusalCode } from '../../cloudfunctions/kernel/refusals'
import { newRequestId } from './request-id'
import { endSession, session } from './session'
import { post } from './transport'

/** The answer was no, or there was none. `message` is Chinese, for the person. */
export class CallError extends Error {
  constructor(
    readonly code: RefusalCode | 'OFFLINE',
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(message)
  }

  get offline() {
    return this.code === 'OFFLINE'
  }
}

/**
 * Asks the server for an action and gives back its data; a refusal is thrown as CallError.
 * A write carries a request id, so that sending it again does it once: whoever repeats gives the same one.
 */
export async function call<A extends Action>(action: A, input: InputOf<A>): Promise<OutputOf<A>> {
  const sent = action.effect === 'write' ? { requestId: newRequestId(), ...input } : input
  const token = session.get()?.token
  return dataOf(await answerOf(action.name, sent, token), token) as OutputOf<A>
}

/** What a reply to a request with this token says; a refusal is thrown as CallError. */
export function dataOf(reply: Reply, token: string | undefined): unknown {
  if (reply.ok) return reply.data
  // Only the session that was refused has ended, not one begun meanwhile.
  if (reply.error.code === 'NOT_SIGNED_IN' && token && session.get()?.token === token) endSession()
  throw new CallError(reply.error.code, reply.error.message, reply.error.fields)
}

/** There was no answer, or none that can be used. */
export const noAnswer = () => new CallError('OFFLINE', '现在连不上网络，请稍后再试')

async function answerOf(name: string, input: unknown, token: string | undefined): Promise<Reply> {
  try {
    const reply = await post(name, input, token)
    if (typeof reply.ok === 'boolean') return reply
  } catch {
    // Falls through: no answer and no usable answer are the same to the person.
  }
  throw noAnswer()
}
