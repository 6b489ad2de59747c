import { sql } from 'kysely'
import type { WriteContext } from '../kernel/action'
import { writeFact } from '../kernel/facts'
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
export const writePassedFact = (context: WriteContext, meeting: Meeting, motionId: string, reason: string | null = null): Promise<void> =>
  writeFact(context, {
    ...{ kind: 'motion-passed', memberId: null, unitId: meeting.unitId, happenedAt: meeting.startsAt },
    ...{ evidenceId: motionId, filter: meeting.kind, reason },
  })
