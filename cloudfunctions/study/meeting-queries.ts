import { type RawBuilder, sql } from 'kysely'
import { type Author, writeFactsOfDone } from './finish-queries'

/**
 * After a meeting closed, or its attendance was corrected: those who were there have finished the published tasks that are this meeting;
 * whoever had and was not there after all has not, and the fact of it is reversed with the reason. `present` are their `member_id`s.
 */
export async function settleMeeting(author: Author, meetingId: string, present: RawBuilder<unknown>, reason: string | null): Promise<void> {
  const { db, actor, now } = author
  const { orgId } = actor
  const tasks = sql`select t.task_id from study_tasks t where t.org_id = ${orgId} and t.meeting_id = ${meetingId}`
  await sql`
    with done as (
      update study_assignments a set done_at = ${now}::timestamptz
      where a.org_id = ${orgId} and a.task_id in (${tasks} and t.state = 'published') and a.done_at is null and a.member_id in (${present})
      returning a.task_id, a.member_id)
    ${writeFactsOfDone(author)}`.execute(db)
  await sql`
    with undone as (
      update study_assignments a set done_at = null
      where a.org_id = ${orgId} and a.task_id in (${tasks}) and a.done_at is not null and a.member_id not in (${present})
      returning a.task_id, a.member_id)
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, quantity, reverses_id, reason, author_id, recorded_at)
    select f.org_id, gen_random_uuid(), f.kind, f.member_id, f.unit_id, f.happened_at, f.evidence_id, f.filter, f.quantity, f.fact_id, ${reason},
      ${actor.memberId}::uuid, ${now}::timestamptz
    from undone n
    join facts f on f.org_id = ${orgId} and f.evidence_id = n.task_id and f.member_id = n.member_id
    where f.kind = 'study-finished' and f.reverses_id is null
      and not exists (select from facts r
        where r.org_id = ${orgId} and r.evidence_id = f.evidence_id and r.member_id = f.member_id and r.reverses_id = f.fact_id)`.execute(
    db,
  )
}
