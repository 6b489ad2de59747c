import type { Database } from '../kernel/database'
import { type Files, filePath } from '../kernel/files'
import { listOrganisations } from '../kernel/organisations'
import { takeLooseSince } from './queries'

/** As long may a file be attached to nothing, in ms. */
const looseFor = 86_400_000

/** Removes every file that nothing has held for a day; answers how many. Repeating it does no harm, nor does running it twice at once. */
export async function sweepFiles(database: Database, files: Files, now: Date): Promise<number> {
  let removed = 0
  for (const orgId of await listOrganisations(database.db)) {
    // The row goes first: a file that is attached meanwhile keeps both, and one that is gone is found by nobody.
    for (const { fileId, place } of await takeLooseSince(database.db, orgId, new Date(now.getTime() - looseFor))) {
      await files.remove(place ?? filePath(orgId, fileId))
      removed++
    }
  }
  return removed
}
