import { type RawBuilder, sql } from 'kysely'
import type { Database, Db } from '../kernel/database'
import { type World, worldOn } from './world'

/** Thrown through the transaction that is undone; holds what the work returned. */
class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone')
  }
}

/** Runs `work` in a world whose every change is undone afterwards. One request at a time: it has one connection. */
export async function undo<T>(world: World, work: (inside: World) => Promise<T>): Promise<T> {
  try {
    return await world.database.db.transaction().execute(async (db) => {
      const database: Database = {
        db,
        transact: (inner) => savepoint(db, () => inner(db)),
        close: async () => {},
      }
      throw new Undone(await work(worldOn(database, world.clock, undefined, world.files)))
    })
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}

/** Keeps what `work` did unless it throws; with `keep`, unless that says no. */
export async function savepoint<T>(db: Db, work: () => Promise<T>, keep: (result: T) => boolean = () => true): Promise<T> {
  const run = (statement: RawBuilder<unknown>) => statement.execute(db)
  await run(sql`savepoint inner_work`)
  try {
    const result = await work()
    if (!keep(result)) await run(sql`rollback to savepoint inner_work`)
    await run(sql`release savepoint inner_work`)
    return result
  } catch (error) {
    await run(sql`rollback to savepoint inner_work`)
    await run(sql`release savepoint inner_work`)
    throw error
  }
}
