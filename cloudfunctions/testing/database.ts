import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../kernel/database'
import { migrate } from '../kernel/migrate'

/**
 * A fresh, migrated database for one test file: embedded and in memory, or, where DATABASE_URL is set,
 * a database of its own on that PostgreSQL, which is dropped when it is closed.
 */
export async function openTestDatabase(): Promise<Database> {
  const database = process.env.DATABASE_URL ? await createOn(process.env.DATABASE_URL) : await openDatabase({})
  await migrate(database)
  return database
}

async function createOn(serverUrl: string): Promise<Database> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const server = await openDatabase({ url: serverUrl, connections: 1 })
  await sql`create database ${sql.id(name)}`.execute(server.db)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = await openDatabase({ url: url.href })
  return {
    ...database,
    close: async () => {
      await database.close()
      await sql`drop database ${sql.id(name)} with (force)`.execute(server.db)
      await server.close()
    },
  }
}
