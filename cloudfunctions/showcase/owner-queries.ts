import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Standing } from '../organisation/contract'

export interface Owner {
  memberId: string
  unitId: string
  name: string
  standing: Standing
}

const columns = sql`member_id as "memberId", unit_id as "unitId", name, standing`

export async function findOwner(db: Db, orgId: string, memberId: string): Promise<Owner | undefined> {
  const { rows } = await sql<Owner>`
    select ${columns} from organisation_members
    where org_id = ${orgId} and member_id = ${memberId} and erased_at is null`.execute(db)
  return rows[0]
}

/** The same, locked until the transaction ends; rows that refer to the person can still be written by others. */
export async function lockOwnerRow(db: Db, orgId: string, memberId: string): Promise<Owner | undefined> {
  const { rows } = await sql<Owner>`
    select ${columns} from organisation_members
    where org_id = ${orgId} and member_id = ${memberId} and erased_at is null
    for no key update`.execute(db)
  return rows[0]
}

/** Whether somebody else could decide on what this person puts before the unit. */
export async function hasOtherOfficer(db: Db, orgId: string, unitId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ other: boolean }>`select ${otherOfficer(orgId, sql`${unitId}::uuid`, memberId)} as other`.execute(db)
  return rows[0]?.other ?? false
}

/** The same as a condition. */
export const otherOfficer = (orgId: string, unitId: RawBuilder<unknown>, memberId: string): RawBuilder<boolean> => sql<boolean>`
  exists (select from organisation_posts o
    where o.org_id = ${orgId} and o.unit_id = ${unitId} and o.member_id <> ${memberId}
      and o.post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'))`
