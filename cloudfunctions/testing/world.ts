import { implementations } from '../api/implementations'
import type { Implementation } from '../kernel/action'
import { type ApiRequest, createApi } from '../kernel/api'
import type { Action, InputOf, OutputOf, Reply } from '../kernel/contract'
import type { Database } from '../kernel/database'
import type { RefusalCode } from '../kernel/refusals'
import type { ApiAnswer } from '../kernel/refuse'
import { type FixedClock, fixedClock } from './clock'
import { openTestDatabase } from './database'
import { type MemoryFiles, memoryFiles } from './files'
import { phoneKey, wechat } from './wechat'

/** Whoever has a session; `null` stands for nobody. */
export type Caller = { token: string } | null
export type Facts = Partial<Pick<ApiRequest, 'address' | 'device' | 'origin' | 'openid' | 'upload'>>

export interface World {
  database: Database
  clock: FixedClock
  files: MemoryFiles
  /** What the API wrote about unexpected errors; empty unless a test provokes one. */
  log: string[]
  /** The whole answer, by the action's name and with any input at all. */
  answer: (as: Caller, action: string, input?: unknown, facts?: Facts) => Promise<ApiAnswer>
  /** The whole answer, typed by the contract. */
  call: <A extends Action>(as: Caller, action: A, input: InputOf<A>, facts?: Facts) => Promise<{ status: number; body: Reply<OutputOf<A>> }>
  /** The data of an answer; throws where the action is refused. */
  succeed: <A extends Action>(as: Caller, action: A, input: InputOf<A>, facts?: Facts) => Promise<OutputOf<A>>
  /** The code of a refusal, or `OK`. */
  refusal: <A extends Action>(as: Caller, action: A, input: InputOf<A>, facts?: Facts) => Promise<RefusalCode | 'OK'>
  close: () => Promise<void>
}

/** A fresh database with every action in front of it. Open one for each test file; tests share it, each with organisations of its own. */
export async function openWorld(): Promise<World> {
  return worldOn(await openTestDatabase(), fixedClock())
}

/** The same actions in front of another database, for a test that looks inside a transaction or adds actions of its own. */
export function worldOn(
  database: Database,
  clock: FixedClock,
  actions: Implementation[] = implementations,
  files: MemoryFiles = memoryFiles(),
): World {
  const log: string[] = []
  const api = createApi({
    database,
    files,
    clock: clock.read,
    implementations: actions,
    log: (line) => void log.push(line),
    checkOutput: true,
    wechat,
    phoneKey,
  })

  const answer: World['answer'] = (as, action, input = {}, facts = {}) =>
    api.handle({ action, input, token: as?.token, address: '192.0.2.1', device: '测试手机', origin: 'https://sanliang.test', ...facts })

  const call = async <A extends Action>(as: Caller, action: A, input: InputOf<A>, facts?: Facts) => {
    const { status, body } = await answer(as, action.name, input, facts)
    // `checkOutput` has parsed it.
    return { status, body: body as Reply<OutputOf<A>> }
  }

  return {
    database,
    clock,
    files,
    log,
    answer,
    call,
    succeed: async (as, action, input, facts) => {
      const { body } = await call(as, action, input, facts)
      if (!body.ok) throw new Error(`${action.name} was refused: ${JSON.stringify(body.error)} ${log.at(-1) ?? ''}`)
      return body.data
    },
    refusal: async (as, action, input, facts) => {
      const { body } = await call(as, action, input, facts)
      return body.ok ? 'OK' : body.error.code
    },
    close: () => database.close(),
  }
}
