import type { Db } from './database'

/** Every organisation's id: for what happens because time passes, which goes from one to the next. */
export async function listOrganisations(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('org_id').orderBy('org_id').execute()
  return rows.map((row) => row.org_id)
}
