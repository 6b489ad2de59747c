import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestDatabase } from '../testing/database'
import { anotherProcess } from '../testing/processes'
import { listTables } from '../testing/snapshot'
import { temporaryDirectory } from '../testing/terminal'
import { openWorld } from '../testing/world'
import { MigrationError, migrate } from './migrate'

const own = readdirSync(join(__dirname, 'migrations'))

it('knows every file of the directory by its name, in the order of their times', async () => {
  for (const file of own) expect(file).toMatch(/^20\d{12}_[a-z0-9_]+\.sql$/)
  const database = await openTestDatabase()
  const rows = await database.db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  expect(rows.map(({ name }) => `${name}.sql`).sort()).toEqual([...own].sort())
  await database.close()
})

it('runs nothing twice', async () => {
  const database = await openTestDatabase()
  expect(await migrate(database)).toEqual([])
  await database.close()
})

it('lets two processes start at once', async () => {
  const directory = temporaryDirectory()
  writeFileSync(join(directory.path, '20991231000000_once.sql'), 'create table once (id int)')
  copyInto(directory.path)
  const first = await openWorld()
  const second = await anotherProcess(first)
  const ran = await Promise.all([migrate(first.database, directory.path), migrate(second.database, directory.path)])
  expect(ran.flat()).toEqual(['20991231000000_once'])
  await second.close()
  await first.close()
  directory.remove()
})

it('names a migration that fails and why, in one line, and keeps nothing of it', async () => {
  const directory = temporaryDirectory()
  copyInto(directory.path)
  writeFileSync(join(directory.path, '20991231000000_broken.sql'), 'create table half (id int);\nselect from nowhere;')
  const database = await openTestDatabase()
  const before = await listTables(database.db)
  const failed = await migrate(database, directory.path).catch((error) => error)
  expect(failed).toBeInstanceOf(MigrationError)
  expect(failed.message).toBe('迁移 20991231000000_broken 失败：relation "nowhere" does not exist')
  expect(await listTables(database.db)).toEqual(before)
  await database.close()
  directory.remove()
})

/** What ran before must stay known, or the migrator refuses. */
function copyInto(directory: string) {
  for (const file of own) writeFileSync(join(directory, file), '')
}
