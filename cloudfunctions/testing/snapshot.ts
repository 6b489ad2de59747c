import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** Every table of the migrated database. */
export async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db)
  return rows.map((row) => row.name)
}

/** Row count and checksum of every table, to compare before and after. */
export async function snapshot(db: Db, except: string[] = []): Promise<Record<string, string>> {
  const tables = (await listTables(db)).filter((table) => !except.includes(table))
  const parts = tables.map(
    (
      table,
    ) => sql`select ${table}::text as name, count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
      from ${sql.table(table)} t`,
  )
  const { rows } = await sql<{ name: string; sum: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.name, row.sum]))
}
