import { sql } from 'kysely'
import type { Database, Db } from './database'

/** What somebody tried within a window, whether it went well or not. */
export interface Tries {
  failures: number
  since: Date
}

/** Counts one try for each subject and returns the counts; a window (in ms) that is over starts anew. One statement: many at once are all counted. */
export async function countTries(db: Db, subjects: readonly string[], window: number, now: Date): Promise<Map<string, Tries>> {
  const over = new Date(now.getTime() - window)
  const values = subjects.map((subject) => sql`(${subject}, 1, ${now}::timestamptz)`)
  const { rows } = await sql<Tries & { subject: string }>`
    insert into directory_throttles as t (subject, failures, since) values ${sql.join(values)}
    on conflict (subject) do update set
      failures = case when t.since <= ${over} then 1 else t.failures + 1 end,
      since = case when t.since <= ${over} then ${now} else t.since end
    returning subject, failures, since`.execute(db)
  return new Map(rows.map((row) => [row.subject, row]))
}

/** As long as the longest window, in ms: nobody asks for what is older. */
const keptFor = 86_400_000

/** Removes what was counted in windows that are over: the hash of an address is no longer needed then. Repeating it does no harm. */
export async function sweepTries({ db }: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('directory_throttles')
    .where('since', '<=', new Date(now.getTime() - keptFor))
    .execute()
}
