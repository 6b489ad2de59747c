import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Migration, Migrator, sql } from 'kysely'
import type { Database } from './database'

const directory = join(__dirname, 'migrations')

/** A migration that failed; the message names it and says why, in one line. Nothing of it was kept. */
export class MigrationError extends Error {}

/** Brings the tables up to date; safe when several processes start at once. Returns the names that ran. */
export async function migrate(database: Database, from = directory): Promise<string[]> {
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: () => readMigrations(from) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) {
    const failed = results.find((result) => result.status === 'Error')?.migrationName ?? '数据库结构'
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`迁移 ${failed} 失败：${reason.split('\n')[0]}`)
  }
  return results.map((result) => result.migrationName)
}

async function readMigrations(from: string): Promise<Record<string, Migration>> {
  const files = (await readdir(from)).filter((file) => /^\d{14}_[a-z0-9_]+\.sql$/.test(file))
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(join(from, file), 'utf8')
    return [file.replace('.sql', ''), { up: async (db) => void (await sql.raw(text).execute(db)) }]
  })
  return Object.fromEntries(await Promise.all(entries))
}
