import { sql } from 'kysely'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import type { Shown } from '../kernel/contract'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { ClaimKind, submission } from './contract'

type ClaimState = Schema['showcase_claims']['state']

export const changeClaim = (
  db: Db,
  orgId: string,
  claimId: string,
  change: { state: ClaimState; text?: string; claimed_at?: Date; confirmed_at?: Date },
) => db.updateTable('showcase_claims').set(change).where('org_id', '=', orgId).where('claim_id', '=', claimId).execute()

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

export const addClaim = (db: Db, claim: Omit<Schema['showcase_claims'], 'state' | 'confirmed_at'>) =>
  db
    .insertInto('showcase_claims')
    .values({ ...claim, state: 'waiting', confirmed_at: null })
    .execute()

export interface ClaimRow {
  claimId: string
  kind: ClaimKind
  text: string
  state: Exclude<ClaimState, 'ended'>
  submission: Shown<typeof submission>
}

/** What a person claims now, each with the last that became of it; first what was confirmed first. */
export async function listClaims(db: Db, orgId: string, memberId: string): Promise<ClaimRow[]> {
  type Flat = Omit<ClaimRow, 'submission'> &
    Omit<Shown<typeof submission>, 'state' | 'submittedAt' | 'decidedAt'> & {
      outcome: Shown<typeof submission>['state']
      submittedAt: Date
      decidedAt: Date | null
    }
  const { rows } = await sql<Flat>`
    select c.claim_id as "claimId", c.kind, c.text, c.state, s.submission_id as "submissionId", s.state as outcome,
      s.submitted_at as "submittedAt", s.decided_at as "decidedAt", p.name as "decidedBy", s.comment
    from showcase_claims c
    join lateral (
      select * from showcase_submissions l where l.org_id = ${orgId} and l.subject_id = c.claim_id
      order by l.submitted_at desc, l.submission_id desc limit 1) s on true
    left join organisation_members p on p.org_id = ${orgId} and p.member_id = s.decided_by
    where c.org_id = ${orgId} and c.member_id = ${memberId} and c.state <> 'ended'
    order by c.confirmed_at, c.claimed_at, c.claim_id`.execute(db)
  return rows.map(({ claimId, kind, text, state, submissionId, outcome, submittedAt, decidedAt, decidedBy, comment }) => ({
    ...{ claimId, kind, text, state },
    submission: {
      ...{ submissionId, kind, state: outcome, decidedBy, comment },
      submittedAt: toMoment(submittedAt),
      decidedAt: toMomentOrNull(decidedAt),
    },
  }))
}

/** Whose it is, and the branch they belong to. */
export async function findClaim(db: Db, orgId: string, claimId: string) {
  const { rows } = await sql<{ memberId: string; unitId: string }>`
    select c.member_id as "memberId", m.unit_id as "unitId"
    from showcase_claims c
    join organisation_members m on m.org_id = ${orgId} and m.member_id = c.member_id
    where c.org_id = ${orgId} and c.claim_id = ${claimId}`.execute(db)
  return rows[0]
}
