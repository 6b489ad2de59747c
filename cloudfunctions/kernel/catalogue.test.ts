import { sql } from 'kysely'
import { openTestDatabase } from '../testing/database'
import { listTables } from '../testing/snapshot'
import type { Database } from './database'

/** Tables that are not an organisation's, each with the reason. */
const global = {
  directory_cards: 'looked up before the organisation is known, by the code on a desk',
  directory_feeds: 'looked up before the organisation is known, by the address of a calendar',
  directory_jobs: 'what the scheduler does from time to time, for all organisations',
  directory_openids: 'looked up before the organisation is known, by who opens the mini-program',
  directory_phones: 'looked up before the organisation is known, by the keyed hash of a number',
  directory_sign_in_names: 'looked up before the organisation is known',
  directory_throttles: 'counts guesses by name and by address, before the organisation is known',
  kysely_migration: 'which migrations ran',
  kysely_migration_lock: 'one migration at a time',
}

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function tablesOfOrganisations() {
  return (await listTables(database.db)).filter((table) => !(table in global))
}

interface Key {
  table: string
  name: string
  columns: string[]
}

/** Every index, those of primary keys and unique constraints included, with its columns in order. */
async function listIndexes(): Promise<(Key & { primary: boolean })[]> {
  const { rows } = await sql<Key & { primary: boolean }>`
    select t.relname as table, c.relname as name, i.indisprimary as primary,
      array(select coalesce(a.attname::text, '(expression)') from unnest(i.indkey::int2[]) with ordinality as k (number, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by k.place) as columns
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    order by 1, 2`.execute(database.db)
  return rows
}

async function listForeignKeys(): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select t.relname as table, f.conname as name,
      array(select a.attname::text || ' = ' || b.attname::text from unnest(f.conkey, f.confkey) as k (own, other)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.own
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.other) as columns
    from pg_constraint f join pg_class t on t.oid = f.conrelid where f.contype = 'f' order by 1, 2`.execute(database.db)
  return rows
}

async function count(from: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(from)}`.execute(database.db)
  return rows[0]?.count ?? 0
}

it('knows every table that is not an organisation’s', async () => {
  const tables = await listTables(database.db)
  expect(tables.filter((table) => table in global)).toEqual(Object.keys(global).sort())
  expect((await tablesOfOrganisations()).length).toBeGreaterThan(10)
})

it('begins every primary key with org_id', async () => {
  const primary = (await listIndexes()).filter((index) => index.primary && !(index.table in global))
  expect(primary.map((index) => index.table)).toEqual(await tablesOfOrganisations())
  expect(primary.filter((index) => index.columns[0] !== 'org_id')).toEqual([])
})

it('begins every other index and unique constraint with org_id', async () => {
  const others = (await listIndexes()).filter((index) => !index.primary)
  expect(others.length).toBeGreaterThan(5)
  expect(others.filter((index) => index.columns[0] !== 'org_id')).toEqual([])
})

it('keeps every foreign key inside one organisation', async () => {
  const keys = await listForeignKeys()
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter((key) => !key.columns.includes('org_id = org_id'))).toEqual([])
})

it('uses nothing that a distributed PostgreSQL lacks: serials, triggers, functions, views', async () => {
  expect(await count(`information_schema.sequences where sequence_schema = 'public'`)).toBe(0)
  expect(await count(`information_schema.columns where table_schema = 'public' and is_identity = 'YES'`)).toBe(0)
  expect(await count(`information_schema.triggers where trigger_schema = 'public'`)).toBe(0)
  expect(await count(`information_schema.routines where routine_schema = 'public'`)).toBe(0)
  expect(await count(`information_schema.views where table_schema = 'public'`)).toBe(0)
})

it('lets no column take the time or an id from the database', async () => {
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name || ' ' || column_default as place from information_schema.columns
    where table_schema = 'public' and column_default ~* '(now|current_|uuid|random|nextval)'`.execute(database.db)
  expect(rows).toEqual([])
})
