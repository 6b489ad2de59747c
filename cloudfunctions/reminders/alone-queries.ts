import { sql } from 'kysely'

/**
 * The organisation's row, held until the statement has committed; nothing where another process holds it, which is doing the same.
 * Two that wrote the same messages at once in another order would otherwise wait for each other.
 */
export const alone = (orgId: string) => sql`
  select org_id from organisations where org_id = ${orgId} for no key update skip locked`
