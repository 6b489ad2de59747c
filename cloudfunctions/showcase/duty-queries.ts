import { sql } from 'kysely'

/** Published pledges without an outcome, owed until the end of their last day in China. */
export const unsettledPledges = (orgId: string) => sql`
  select 'pledge' as kind, p.pledge_id as subject_id, p.member_id, p.text as title,
    (p.due_on + time '23:59:59') at time zone interval '08:00' as due_at
  from showcase_pledges p
  where p.org_id = ${orgId} and p.state = 'published'
    and not exists (select from showcase_submissions s
      where s.org_id = ${orgId} and s.subject_id = p.pledge_id and s.state = 'waiting' and s.kind = 'pledge-outcome')`
