import { sql } from 'kysely'
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
  const { rows } = await sql`
    select from organisation_posts
    where org_id = ${orgId} and unit_id = ${unitId} and member_id <> ${memberId}
      and post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline')
    limit 1`.execute(db)
  return rows.length > 0
}
