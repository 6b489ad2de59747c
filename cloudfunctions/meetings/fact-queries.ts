import { sql } from 'kysely'
import type { WriteContext } from '../kernel/action'
import { writeFact } from '../kernel/facts'
import { withdrawOfThosePresent } from './make-up-queries'
import type { MeetingRow } from './queries'

// Ids are made in the database here because the rows are: v4 from the server's own generator, one for each row.
const factOf = sql`
  case when not a.counted then 'meeting-joined'
    else case a.state when 'present' then 'meeting-attended' when 'late' then 'meeting-late' when 'excused' then 'meeting-excused' else 'meeting-absent' end
  end`

/**
 * At close, one fact for each person on the list, and one for the branch that held the meeting. Those invited only count when they came.
 * `mark` says of facts that were not seen to happen where they come from: 补录.
 */
export async function writeFacts(context: WriteContext, meeting: MeetingRow, mark: string | null = null): Promise<void> {
  const { db, actor, now } = context
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reason, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), ${factOf}, a.member_id, ${meeting.unitId}::uuid, ${meeting.startsAt}::timestamptz,
      ${meeting.meetingId}::uuid, ${meeting.kind}, ${mark}, ${actor.memberId}::uuid, ${now}::timestamptz
    from meetings_attendances a
    where a.org_id = ${actor.orgId} and a.meeting_id = ${meeting.meetingId} and (a.counted or a.state in ('present', 'late'))`.execute(db)
  await writeUnitFact(context, meeting, 'meeting-held', mark)
}

/** Something the unit did: held a meeting, confirmed its record. */
export const writeUnitFact = (
  context: WriteContext,
  { unitId, startsAt, meetingId, kind: filter }: MeetingRow,
  kind: 'meeting-held' | 'record-confirmed',
  reason: string | null = null,
): Promise<void> => writeFact(context, { kind, memberId: null, unitId, happenedAt: startsAt, evidenceId: meetingId, filter, reason })

/** After a frozen line changed: reverses the person's standing fact of this meeting and writes the one that holds now; what they owed for missing it, too. */
export async function correctFact(context: WriteContext, meeting: MeetingRow, memberId: string, reason: string): Promise<void> {
  const { db, actor, now } = context
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reverses_id, reason, author_id, recorded_at)
    select f.org_id, gen_random_uuid(), f.kind, f.member_id, f.unit_id, f.happened_at, f.evidence_id, f.filter, f.fact_id, ${reason}, ${actor.memberId}::uuid, ${now}::timestamptz
    from facts f
    where f.org_id = ${actor.orgId} and f.evidence_id = ${meeting.meetingId} and f.member_id = ${memberId} and f.reverses_id is null
      and not exists (select from facts r where r.org_id = ${actor.orgId} and r.evidence_id = ${meeting.meetingId} and r.member_id = ${memberId} and r.reverses_id = f.fact_id)`.execute(
    db,
  )
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reason, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), ${factOf}, a.member_id, ${meeting.unitId}::uuid, ${meeting.startsAt}::timestamptz,
      ${meeting.meetingId}::uuid, ${meeting.kind}, ${reason}, ${actor.memberId}::uuid, ${now}::timestamptz
    from meetings_attendances a
    where a.org_id = ${actor.orgId} and a.meeting_id = ${meeting.meetingId} and a.member_id = ${memberId}
      and (a.counted or a.state in ('present', 'late'))`.execute(db)
  await withdrawOfThosePresent(context, meeting.meetingId, memberId, reason)
}
