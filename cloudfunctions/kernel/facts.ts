import { sql } from 'kysely'
import type { WriteContext } from './action'

export interface NewFact {
  /** What happened: `pledge-kept`, `meeting-held`. */
  kind: string
  /** Whose it is; null for something the unit did. */
  memberId: string | null
  unitId: string
  happenedAt: Date
  /** The row that shows it. */
  evidenceId: string
  /** What rules may choose by, such as a meeting's kind; empty where there is nothing to choose. */
  filter: string
  reason?: string | null
  /** How much of it: a score, hours; a decimal as text. */
  quantity?: string | null
}

/** Writes down what happened, in the transaction of the change. Facts are never changed, only reversed. */
export async function writeFact({ db, actor, now, newId }: WriteContext, fact: NewFact): Promise<void> {
  await db
    .insertInto('facts')
    .values({
      ...{ org_id: actor.orgId, fact_id: newId(), kind: fact.kind, member_id: fact.memberId, unit_id: fact.unitId },
      ...{ happened_at: fact.happenedAt, evidence_id: fact.evidenceId, filter: fact.filter, reverses_id: null },
      ...{ reason: fact.reason ?? null, quantity: fact.quantity ?? null, author_id: actor.memberId, recorded_at: now },
    })
    .execute()
}

/** Reverses what stands of these kinds by this evidence, with a reason; what was reversed before is left alone. */
export async function reverseFacts(
  { db, actor, now }: WriteContext,
  evidenceId: string,
  kinds: readonly string[],
  reason: string,
): Promise<void> {
  // Ids are made in the database here because the rows are.
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, quantity, reverses_id, reason, author_id, recorded_at)
    select f.org_id, gen_random_uuid(), f.kind, f.member_id, f.unit_id, f.happened_at, f.evidence_id, f.filter, f.quantity, f.fact_id, ${reason},
      ${actor.memberId}::uuid, ${now}::timestamptz
    from facts f
    where f.org_id = ${actor.orgId} and f.evidence_id = ${evidenceId} and f.kind = any(${kinds}::text[]) and f.reverses_id is null
      and not exists (select from facts r where r.org_id = ${actor.orgId} and r.evidence_id = ${evidenceId} and r.reverses_id = f.fact_id)`.execute(
    db,
  )
}
