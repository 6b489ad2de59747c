import type { Transaction } from 'kysely'
import type { Action, OutputOf, ParsedInputOf } from './contract'
import type { Database, Db } from './database'
import type { Files } from './files'
import type { Schema } from './schema'
import type { Wechat } from './wechat'

/** The person behind a session, as far as every action needs to know them. */
export interface Actor {
  orgId: string
  memberId: string
  sessionId: string
  name: string
  unitId: string
  groupId: string | null
}

/** Where the session of a token would be found; it may not be there. */
export interface SessionKey {
  orgId: string
  tokenHash: string
}

/** What a handler is given; it reaches for nothing else (no global clock, no environment). */
export interface Context {
  action: Action
  now: Date
  db: Db
  /** Throws NOT_SIGNED_IN where nobody is. */
  actor: Actor
  newId: () => string
  /** In [0, 1). */
  random: () => number
  /** Where links lead, `https://…` without a slash at the end. */
  origin: string
  files: Files
  request: RequestFacts
  /** Undefined where this installation has no mini-program. */
  wechat: Wechat | undefined
  /** Makes phone numbers unreadable; undefined where this installation keeps none. */
  phoneKey: string | undefined
  /** Runs once the change is committed, never when it is rolled back. */
  afterCommit: (work: () => void) => void
  /** Set by `permit`: an action that names a unit and forgot to ask is refused before it commits. */
  permitted: boolean
}

/** What the edge knows about a request beside its content. */
export interface RequestFacts {
  /** Network address, only used to slow down guessing. */
  address: string
  /** The device as a person would name it, for the list of their sessions. */
  device: string
  /** Who WeChat says is calling; undefined over HTTP. Never taken from input. */
  openid?: string | undefined
  /** The body where it is a file and no JSON. */
  upload?: Upload | undefined
}

export interface Upload {
  /** All of it, once; throws TOO_LARGE beyond `limit` bytes, FILE_MISSING where the sender gave up. */
  read: (limit: number) => Promise<Buffer>
}

/** For handlers that manage their own transactions, since a refusal must keep something (a counted failure) or a round trip is shared. */
export interface DirectContext extends Omit<Context, 'db'> {
  database: Database
  requestId: string | undefined
}

/**
 * For the handler whose own statement finds out who is asking along with everything else: when a hall scans at once,
 * nobody waits for one round trip more. Before that statement has recognised the session, it answers NOT_SIGNED_IN or nothing.
 */
export interface RecognisingContext extends Omit<DirectContext, 'actor'> {
  session: SessionKey
}

/** A context inside a write's transaction. */
export interface WriteContext extends Context {
  db: Transaction<Schema>
}

export interface Implementation {
  action: Action
  mode: 'read' | 'write' | 'direct' | 'recognising'
  run: (input: unknown, context: unknown) => Promise<unknown>
  /** Of a write: what is asked outside before its transaction begins, since none awaits the network. May refuse. */
  before?: Implementation['run']
}

type Handler<A extends Action, C> = (input: ParsedInputOf<A>, context: C) => Promise<OutputOf<A>>

// The one place where a handler's own types are forgotten: `api.ts` hands it input that its contract has parsed.
const implement = <A extends Action, C>(mode: Implementation['mode'], action: A, handler: Handler<A, C>): Implementation => ({
  action,
  mode,
  run: handler as unknown as Implementation['run'],
})

export const read = <A extends Action>(action: A, handler: Handler<A, Context>) => implement('read', action, handler)
export const write = <A extends Action>(action: A, handler: Handler<A, WriteContext>) => implement('write', action, handler)

/** A write that asks somebody outside first (WeChat, what it thinks of a text); `before` runs once, whatever happens to the transaction. */
export const writeAfter = <A extends Action>(
  before: (input: ParsedInputOf<A>, context: DirectContext) => Promise<unknown>,
  action: A,
  handler: Handler<A, WriteContext>,
): Implementation => ({ ...implement('write', action, handler), before: before as unknown as Implementation['run'] })
export const direct = <A extends Action>(action: A, handler: Handler<A, DirectContext>) => implement('direct', action, handler)
export const recognising = <A extends Action>(action: A, handler: Handler<A, RecognisingContext>) =>
  implement('recognising', action, handler)
