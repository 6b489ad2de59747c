import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { ClaimKind } from './contract'

type ClaimState = Schema['showcase_claims']['state']

export const changeClaim = (db: Db, orgId: string, claimId: string, change: { state: ClaimState; confirmed_at?: Date }) =>
  db.updateTable('showcase_claims').set(change).where('org_id', '=', orgId).where('claim_id', '=', claimId).execute()

/** A person works in one position: the one confirmed before is theirs no more. */
export const endOtherPositions = (db: Db, orgId: string, memberId: string, claimId: string) =>
  db
    .updateTable('showcase_claims')
    .set({ state: 'ended' })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('kind', '=', 'position' satisfies ClaimKind)
    .where('state', '=', 'confirmed')
    .where('claim_id', '<>', claimId)
    .execute()
