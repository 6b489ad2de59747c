import { type CompiledQuery, type Kysely, sql } from 'kysely'
import { openDatabase } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import { type World, worldOn } from './world'

/**
 * The same actions on the same tables as another process would have them: nothing is shared in memory.
 * On PostgreSQL with a pool of its own; the embedded database has one connection, for which both wait in turn.
 */
export async function anotherProcess(world: World): Promise<World> {
  const url = process.env.DATABASE_URL
  if (!url) return worldOn({ ...world.database, close: async () => {} }, world.clock)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.database.db)
  const address = new URL(url)
  address.pathname = `/${rows[0]?.name}`
  return worldOn(await openDatabase({ url: address.href }), world.clock)
}

/** What is done with a statement's text on its way to the driver. */
type Intercept = (text: string) => Promise<string> | string

/** The same process with every statement outside a transaction going through `intercept`. */
export function intercepted(world: World, intercept: Intercept): World {
  return worldOn({ ...world.database, db: through(world.database.db, intercept) }, world.clock)
}

/**
 * The same process with every statement of its writes going through `intercept`. Within `undo`, where all share one connection,
 * something else may so happen between what a write has read and what it writes, in the same order on every database.
 */
export function interceptedWrites(world: World, intercept: Intercept): World {
  const { database } = world
  return worldOn({ ...database, transact: (work) => database.transact((db) => work(through(db, intercept))) }, world.clock)
}

function through<Connection extends Kysely<Schema>>(db: Connection, intercept: Intercept): Connection {
  const executor = new Proxy(db.getExecutor(), {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      if (key !== 'executeQuery') return value.bind(target)
      return async (query: CompiledQuery) => target.executeQuery({ ...query, sql: await intercept(query.sql) })
    },
  })
  return new Proxy(db, {
    get: (target, key) => {
      const value: unknown = key === 'getExecutor' ? () => executor : Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Lets nobody pass until `count` have come; whoever comes later passes at once. */
export function gate(count: number): () => Promise<void> {
  let waiting = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    waiting++
    if (waiting >= count) open()
    return opened
  }
}
