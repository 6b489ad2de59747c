import { join } from 'node:path'
import { nextMessage, startModule, stopProcess } from '../../bench/child'
import type { Reply } from '../../cloudfunctions/kernel/contract'
import type { FunctionCall, FunctionReply } from './runtime'

export const built = join(__dirname, '../../dist/cloudfunctions')

interface From {
  /** Who WeChat says is calling; nobody where the call does not come from the mini-program. */
  openid?: string
  /** Whether the call's context says so, too; false is the older runtime. */
  inContext?: boolean
}

export type RunningFunction = Awaited<ReturnType<typeof startFunction>>

/** The built function `name` in a process of its own, with this environment. */
export async function startFunction(name: string, env: Record<string, string>) {
  const child = startModule(join(__dirname, 'runtime.ts'), [join(built, name, 'index.js')], env)
  const waiting = new Map<number, (reply: FunctionReply) => void>()
  let calls = 0
  await nextMessage(child)
  child.on('message', (reply: FunctionReply) => {
    waiting.get(reply.number)?.(reply)
    waiting.delete(reply.number)
  })
  return {
    /** Sends the call at once; several may be under way. Rejects where the function throws instead of answering. */
    call(event: object, { openid, inContext = true }: From = {}): Promise<Reply> {
      const number = ++calls
      const wechat = openid && { WX_OPENID: openid, WX_CLIENTIP: '203.0.113.7', WX_CONTEXT_KEYS: 'WX_OPENID,WX_CLIENTIP' }
      const facts = { TCB_SEQID: String(number), ...wechat }
      const call: FunctionCall = { number, event, facts, inContext }
      child.send(call)
      return new Promise((resolve, reject) => {
        waiting.set(number, ({ reply, error }) => (error ? reject(new Error(error)) : resolve(reply as Reply)))
      })
    },
    stop: () => stopProcess(child),
  }
}
