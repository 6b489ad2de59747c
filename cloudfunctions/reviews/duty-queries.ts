import { sql } from 'kysely'
import { partBetween } from './who-rates-queries'

/** Whoever rates somebody in an open round and was issued no token for them yet: whether they cast the ballots nobody knows. */
export const unratedRounds = (orgId: string) => sql`
  select 'review' as kind, r.round_id as subject_id, t.member_id, r.title, r.closes_at as due_at
  from reviews_rounds r
  join reviews_raters t on t.org_id = ${orgId} and t.round_id = r.round_id
  where r.org_id = ${orgId} and r.state = 'open'
    and exists (select from reviews_subjects s
      where s.org_id = ${orgId} and s.round_id = r.round_id and ${partBetween(sql`r.template`)} is not null
        and not exists (select from reviews_issues i
          where i.org_id = ${orgId} and i.round_id = r.round_id and i.member_id = t.member_id and i.subject_id = s.subject_id))`
