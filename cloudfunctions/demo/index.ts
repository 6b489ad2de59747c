import type { Database } from '../kernel/database'
import { findOrganisations, refreshDemo, seedDemo } from './queries'

/** Seeds an empty database, keeps a demo's meetings of today coming, and leaves every other database alone. Safe at each start. */
export async function seedDemoOnce(database: Database, now: Date): Promise<'seeded' | 'refreshed' | 'not-a-demo'> {
  const { any } = await findOrganisations(database.db)
  if (!any && (await seedDemo(database, now))) return 'seeded'
  return (await refreshDemo(database, now)) ? 'refreshed' : 'not-a-demo'
}
