import { randomInt } from 'node:crypto'
import { access } from './access'
import type { Actor, Context, DirectContext, Implementation, RecognisingContext, RequestFacts, SessionKey, WriteContext } from './action'
import { AppError } from './app-error'
import type { Clock } from './clock'
import type { Database } from './database'
import type { Files } from './files'
import { newId } from './ids'
import { refusals } from './refusals'
import { type ApiAnswer, refuse } from './refuse'
import { once } from './replies'
import { sessionFinder, sessionKey } from './sessions'
import type { Wechat } from './wechat'

export interface ApiRequest extends RequestFacts {
  action: string
  input: unknown
  token?: string | undefined
  origin: string
}

export interface ApiOptions {
  database: Database
  files: Files
  clock: Clock
  implementations: Implementation[]
  /** Takes one line for each unexpected error; never personal data. */
  log: (line: string) => void
  /** Checks every answer against its contract; tests do. */
  checkOutput?: boolean
  wechat?: Wechat | undefined
  phoneKey?: string | undefined
}

export type Api = ReturnType<typeof createApi>

/** The one entrance to every action, shared by the HTTP host and the cloud function. Never rejects. */
export function createApi({ database, files, clock, implementations, log, checkOutput = false, wechat, phoneKey }: ApiOptions) {
  const byName = new Map(implementations.map((each) => [each.action.name, each]))
  const findSession = sessionFinder(database)

  async function run(request: ApiRequest): Promise<unknown> {
    const implementation = byName.get(request.action)
    if (!implementation || !access.has(request.action)) throw new AppError('NOT_FOUND')
    const session = request.token ? sessionKey(request.token) : null
    const output =
      implementation.mode === 'recognising'
        ? await recognise(implementation, request, session, clock())
        : await perform(implementation, request, session, clock())
    if (checkOutput) implementation.action.output.parse(output)
    return output
  }

  /** The handler finds out who is asking. Only where an input gives it nothing to do is that looked up here: what is wrong is said to nobody else. */
  async function recognise(implementation: Implementation, request: ApiRequest, session: SessionKey | null, now: Date): Promise<unknown> {
    if (!session) throw new AppError('NOT_SIGNED_IN')
    const parsed = parse(implementation, request.input)
    if (parsed instanceof AppError) throw (await findSession({ ...session, now })) ? parsed : new AppError('NOT_SIGNED_IN')
    const { origin, address, device, openid } = request
    // Written out, since copying objects would cost as much as all the rest of a scan here.
    const context: RecognisingContext = {
      action: implementation.action,
      now,
      newId,
      random,
      origin,
      files,
      request: { address, device, openid },
      wechat,
      phoneKey,
      permitted: false,
      database,
      session,
      requestId: parsed.requestId,
      afterCommit,
    }
    return implementation.run(parsed, context)
  }

  async function perform(implementation: Implementation, request: ApiRequest, session: SessionKey | null, now: Date): Promise<unknown> {
    const signedIn = session && (await findSession({ ...session, now }))
    if (!signedIn && !access.get(request.action)?.has('anyone')) throw new AppError('NOT_SIGNED_IN')
    const parsed = parse(implementation, request.input)
    if (parsed instanceof AppError) throw parsed
    const { requestId, ...input } = parsed
    const context = { ...edgeOf(implementation, request, files, now), wechat, phoneKey, signedIn }
    const needsPermit = ![...(access.get(context.action.name) ?? [])].some((relation) => relation === 'anyone' || relation === 'signed-in')
    const after: (() => void)[] = []
    const afterCommit = (work: () => void) => void after.push(work)
    const checked = async (inner: { permitted: boolean }, work: () => Promise<unknown>) => {
      const output = await work()
      if (needsPermit && !inner.permitted) throw new Error(`${context.action.name} never asked for permission`)
      return output
    }
    let output: unknown
    if (implementation.mode === 'direct') {
      const inner: DirectContext = withActor(context, { database, requestId, afterCommit })
      output = await checked(inner, () => implementation.run(input, inner))
    } else if (implementation.mode === 'read') {
      const inner: Context = withActor(context, { db: database.db, afterCommit })
      output = await checked(inner, () => implementation.run(input, inner))
    } else {
      await implementation.before?.(input, withActor(context, { database, requestId, afterCommit }))
      output = await database.transact((transaction) => {
        after.length = 0
        const inner: WriteContext = withActor(context, { db: transaction, afterCommit })
        const work = () => implementation.run(input, inner)
        return checked(inner, () => (requestId ? once(inner, requestId, input, work) : work()))
      })
    }
    for (const work of after) work()
    return output
  }

  return {
    database,
    files,
    clock,
    implementations,
    async handle(request: ApiRequest): Promise<ApiAnswer> {
      try {
        return { status: 200, body: { ok: true, data: await run(request) } }
      } catch (error) {
        if (error instanceof AppError) return refuse(error.code, error.fields)
        const requestId = newId()
        log(`${requestId} ${request.action} ${describe(error)}`)
        return refuse('INTERNAL', undefined, requestId)
      }
    },
  }
}

type Edge = Omit<Context, 'db' | 'actor' | 'afterCommit' | 'wechat' | 'phoneKey'>

const afterCommit = (work: () => void) => work()
const random = () => randomInt(2 ** 32) / 2 ** 32

const edgeOf = ({ action }: Implementation, { origin, address, device, openid, upload }: ApiRequest, files: Files, now: Date): Edge => ({
  action,
  now,
  newId,
  random,
  origin,
  files,
  request: { address, device, openid, upload },
  permitted: false,
})

/** `actor` is a getter: an action open to anyone has none, and one that asks for it anyway is refused. */
function withActor<Around extends Edge & { signedIn: Actor | null }, More extends object>(edge: Around, more: More) {
  return {
    ...edge,
    ...more,
    get actor(): Actor {
      if (!edge.signedIn) throw new AppError('NOT_SIGNED_IN')
      return edge.signedIn
    },
  }
}

/** The input as its contract has it, or the refusal. */
function parse(implementation: Implementation, input: unknown) {
  const parsed = implementation.action.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data as Record<string, unknown> & { requestId?: string }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues)
    fields[issue.path.join('.') || '_'] ??= issue.message === 'Invalid input' ? refusals.INVALID_INPUT : issue.message
  return new AppError('INVALID_INPUT', fields)
}

/** A database error's message may quote what a person typed, so only its code, constraint and place are logged. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (!code) return error.stack ?? error.message
  const frames = error.stack?.split('\n').filter((frame) => frame.startsWith('    at ')) ?? []
  return [`database error ${code} ${constraint ?? ''}`, ...frames].join('\n')
}
