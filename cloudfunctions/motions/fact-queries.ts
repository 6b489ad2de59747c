import { sql } from 'kysely'
import type { WriteContext } from '../kernel/action'
import type { Meeting } from '../meetings'

/** At the close, one fact for each member whose vote on the phone counted. */
export async function writeVotedFacts({ db, actor, now }: WriteContext, meeting: Meeting, motionId: string): Promise<void> {
  // Ids are made in the database here because the rows are, as at the close of a meeting.
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), 'voted', v.member_id, ${meeting.unitId}::uuid, v.at, v.motion_id, ${meeting.kind},
      ${actor.memberId}::uuid, ${now}::timestamptz
    from motions_votes v
    where v.org_id = ${actor.orgId} and v.motion_id = ${motionId} and v.counted`.execute(db)
}

/** The unit's own fact: it decided something. */
export async function writePassedFact(
  { db, actor, now, newId }: WriteContext,
  meeting: Meeting,
  motionId: string,
  reason: string | null = null,
): Promise<void> {
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reason, author_id, recorded_at)
    values (${actor.orgId}, ${newId()}, 'motion-passed', null, ${meeting.unitId}, ${meeting.startsAt}, ${motionId}, ${meeting.kind},
      ${reason}, ${actor.memberId}, ${now})`.execute(db)
}

/** A correction showed that it was not decided after all. */
export async function reversePassedFact({ db, actor, now, newId }: WriteContext, motionId: string, reason: string): Promise<void> {
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reverses_id, reason, author_id, recorded_at)
    select f.org_id, ${newId()}::uuid, f.kind, f.member_id, f.unit_id, f.happened_at, f.evidence_id, f.filter, f.fact_id, ${reason},
      ${actor.memberId}::uuid, ${now}::timestamptz
    from facts f
    where f.org_id = ${actor.orgId} and f.evidence_id = ${motionId} and f.kind = 'motion-passed' and f.reverses_id is null
      and not exists (select from facts r where r.org_id = ${actor.orgId} and r.evidence_id = ${motionId} and r.reverses_id = f.fact_id)`.execute(
    db,
  )
}
