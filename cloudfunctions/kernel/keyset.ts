import { type RawBuilder, sql } from 'kysely'

/** A place in a list that is ordered by moment, and by key where moments are the same. */
export interface Place {
  at: Date
  key: string
}

/** Rows of such a list that come after the place; all of them where there is none. */
export const beyond = (at: RawBuilder<unknown>, key: RawBuilder<unknown>, after: Place | null): RawBuilder<unknown> =>
  after ? sql`(${at}, ${key} collate "C") > (${after.at}::timestamptz, ${after.key}::text)` : sql`true`
