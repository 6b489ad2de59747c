import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { countAsked } from '../meetings'
import { countWaiting } from '../showcase'

/**
 * How much waits for this person, in one statement, since everybody's first page asks. The units are those that `permittedUnits`
 * would name for the officers and group leaders of the access table.
 */
export async function countFor(db: Db, { orgId, memberId }: { orgId: string; memberId: string }): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    with answered as materialized (
      select p.unit_id from organisation_posts p
      where p.org_id = ${orgId} and p.member_id = ${memberId}
        and p.post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader')
      union
      select g.unit_id from organisation_posts p
      join organisation_units g on g.org_id = ${orgId} and g.parent_id = p.unit_id and g.kind = 'group'
      where p.org_id = ${orgId} and p.member_id = ${memberId}
        and p.post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'))
    select (${countWaiting(orgId, memberId, sql`any (select unit_id from answered)`)}
      + ${countAsked(orgId, sql`any (select unit_id from answered)`)})::int as waiting`.execute(db)
  return rows[0]?.waiting ?? 0
}
