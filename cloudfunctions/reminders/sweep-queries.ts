import { sql } from 'kysely'
import type { Db } from '../kernel/database'

const year = 365 * 86_400_000

/**
 * Removes what was read and is a year old, and what nobody has read in two. Long before, its duty is beyond every step, so that it is not said
 * once more. Repeating it does no harm.
 */
export async function removeOld(db: Db, orgId: string, now: Date): Promise<void> {
  const before = (years: number) => sql`${new Date(now.getTime() - years * year)}::timestamptz`
  const old = sql`org_id = ${orgId} and at < ${before(1)} and (read_at is not null or at < ${before(2)})`
  await sql`
    with said as (
      delete from reminders_deliveries
      where org_id = ${orgId} and message_id in (select message_id from reminders_messages where ${old}))
    delete from reminders_messages where ${old}`.execute(db)
}
