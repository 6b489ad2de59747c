import { sql } from 'kysely'

/**
 * What anybody would write to get the same lines into the same table once: the dates near enough of each table, and a fixed word where we have a
 * sentence and a step. It does not ask whether somebody is gone, was told already, or is being told by another process.
 */
export const bareStatement = (
  orgId: string,
  { from, afterTomorrow, until, now }: Record<'from' | 'afterTomorrow' | 'until' | 'now', Date>,
) => sql`
  insert into reminders_messages (org_id, message_id, member_id, kind, subject_id, step, due_at, title, text, at, outside_at)
  select ${orgId}::uuid, gen_random_uuid(), member_id, kind, subject_id, 'step', due_at, title, '', ${now}::timestamptz, ${now}::timestamptz
  from (
    select 'study' as kind, t.task_id as subject_id, a.member_id, t.title, t.due_at
    from study_tasks t join study_assignments a on a.org_id = ${orgId} and a.task_id = t.task_id
    where t.org_id = ${orgId} and t.state = 'published' and a.done_at is null and t.due_at > ${from} and t.due_at < ${until}
    union all
    select 'pledge', p.pledge_id, p.member_id, p.text, (p.due_on + time '23:59:59') at time zone interval '08:00'
    from showcase_pledges p
    where p.org_id = ${orgId} and p.state = 'published'
      and (p.due_on + time '23:59:59') at time zone interval '08:00' > ${from} and (p.due_on + time '23:59:59') at time zone interval '08:00' < ${until}
      and not exists (select from showcase_submissions s
        where s.org_id = ${orgId} and s.subject_id = p.pledge_id and s.state = 'waiting' and s.kind = 'pledge-outcome')
    union all
    select 'report', o.owed_id, o.member_id, o.period, o.due_at
    from reports_owed o
    where o.org_id = ${orgId} and o.handed_in_at is null and o.due_at > ${from} and o.due_at < ${until}
    union all
    select 'meeting', m.meeting_id, a.member_id, m.title, m.starts_at
    from meetings m join meetings_attendances a on a.org_id = ${orgId} and a.meeting_id = m.meeting_id
    where m.org_id = ${orgId} and m.state in ('scheduled', 'open') and a.state = 'expected'
      and m.starts_at > ${now} and m.starts_at < ${afterTomorrow}
    union all
    select 'make-up', m.meeting_id, k.member_id, m.title, k.due_at
    from meetings_make_ups k join meetings m on m.org_id = ${orgId} and m.meeting_id = k.meeting_id
    where k.org_id = ${orgId} and k.state in ('owed', 'returned') and k.due_at > ${from} and k.due_at < ${until}
    union all
    select 'review', r.round_id, t.member_id, r.title, r.closes_at
    from reviews_rounds r join reviews_raters t on t.org_id = ${orgId} and t.round_id = r.round_id
    where r.org_id = ${orgId} and r.state = 'open' and r.closes_at > ${now} and r.closes_at < ${until}
      and not exists (select from reviews_issues i where i.org_id = ${orgId} and i.round_id = r.round_id and i.member_id = t.member_id)
  ) d`
