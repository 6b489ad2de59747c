import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/**
 * The organisation's row, held until the statement has committed; nothing where another process holds it, which is doing the same.
 * Two that wrote the same messages at once in another order would otherwise wait for each other.
 */
export const alone = (orgId: string) => sql`
  select org_id from organisations where org_id = ${orgId} for no key update skip locked`

export async function listOrganisations(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('org_id').orderBy('org_id').execute()
  return rows.map((row) => row.org_id)
}
