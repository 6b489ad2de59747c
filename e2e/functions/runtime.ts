/**
 * The runtime of a cloud function as far as a function sees it, in a process of its own (`running.ts`):
 * it writes each call's facts into the environment, over those of the call before, and calls `main` at once.
 */

export interface FunctionCall {
  number: number
  event: object
  /** The call's facts, such as WX_OPENID. */
  facts: Record<string, string>
  /** Whether they stand in the call's context, too. */
  inContext: boolean
}

export interface FunctionReply {
  number: number
  reply?: unknown
  error?: string
}

type Main = (event: object, context: object) => Promise<unknown>

const [path = ''] = process.argv.slice(2)
const { main }: { main: Main } = require(path)
let last: string[] = []

process.on('message', ({ number, event, facts, inContext }: FunctionCall) => {
  for (const name of last) delete process.env[name]
  last = Object.keys(facts)
  Object.assign(process.env, facts)
  const environ = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
  main(event, { function_name: 'api', request_id: String(number), ...(inContext && { environ: environ.join(';') }) }).then(
    (reply) => process.send?.({ number, reply }),
    (error) => process.send?.({ number, error: String(error) }),
  )
})
process.send?.('ready')
