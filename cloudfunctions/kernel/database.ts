import { join } from 'node:path'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { lockDataDirectory } from './data-directory'
import { PglitePool } from './pglite-pool'
import { asPlanned } from './plan-once'
import type { Schema } from './schema'

/** A connection or a transaction: what a query needs. */
export type Db = Kysely<Schema> | Transaction<Schema>

export interface Database {
  db: Kysely<Schema>
  /** Runs `work` in one transaction; a serialization failure or a deadlock repeats it, up to five times. */
  transact<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `postgres://…`; without it the embedded database is used. */
  url?: string | undefined
  /** Directory of the embedded database; without it the data live in memory. */
  dataDirectory?: string | undefined
  /** Most connections at once; only for `url`. */
  connections?: number | undefined
}

/** Opens PostgreSQL by address, or the embedded one. Rejects when it cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options.connections ?? 10) : openEmbedded(options.dataDirectory)
}

/** A day has no hour: as a `Date` it would become another one in another time zone. */
const dayType = pg.types.builtins.DATE
const asText = (text: string) => text
pg.types.setTypeParser(dayType, asText)

async function openPostgres(connectionString: string, max: number): Promise<Database> {
  const pool = new pg.Pool({ Client: PlanningClient, connectionString, max, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000 })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return wrap(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), () => {})
}

class PlanningClient extends pg.Client {
  override query = ((text: unknown, ...rest: unknown[]) =>
    Reflect.apply(super.query, this, [asPlanned(text), ...rest])) as pg.Client['query']
}

async function openEmbedded(directory: string | undefined): Promise<Database> {
  const unlock = directory ? lockDataDirectory(directory) : () => {}
  try {
    // Loaded only where it is used: a cloud function is deployed without it.
    const { PGlite } = await import('@electric-sql/pglite')
    const embedded = await PGlite.create({ parsers: { [dayType]: asText }, ...(directory && { dataDir: join(directory, 'postgres') }) })
    const pool = new PglitePool(embedded)
    return wrap(new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }), unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function wrap(db: Kysely<Schema>, afterClose: () => void): Database {
  return {
    db,
    transact: (work) => repeatOnConflict(() => db.transaction().execute(work)),
    close: async () => {
      await db.destroy()
      afterClose()
    },
  }
}

/** Rejects when the database does not answer. */
export const reach = ({ db }: Database) => sql`select 1`.execute(db)

const transient = new Set(['40001', '40P01'])

/** Repeats what PostgreSQL gave up because of another transaction (serialization failure, deadlock). */
export async function repeatOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 5 || !transient.has((error as { code?: string }).code ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, attempt * (5 + Math.random() * 20)))
    }
  }
}
