import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** Where the person rated and was rated. What they gave to whom is in nobody's hands, so it is in no export either. */
export async function collectReviews(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(json_build_object('round', r.title, 'part', t.part,
          'issued', (select count(*) from reviews_issues i where i.org_id = ${orgId} and i.round_id = t.round_id and i.member_id = ${memberId}))
          order by r.created_at)
         from reviews_raters t join reviews_rounds r on r.org_id = ${orgId} and r.round_id = t.round_id
        where t.org_id = ${orgId} and t.member_id = ${memberId}) as rating,
      (select json_agg(json_build_object('round', r.title, 'reason', v.reason, 'voidedAt', v.voided_at) order by v.voided_at)
         from reviews_voids v join reviews_rounds r on r.org_id = ${orgId} and r.round_id = v.round_id
        where v.org_id = ${orgId} and v.member_id = ${memberId}) as "voidedTokens",
      (select json_agg(json_build_object('round', r.title, 'ballots', t.ballots, 'score', t.score, 'grade', t.grade, 'tallies', t.tallies)
          order by r.created_at)
         from reviews_results t join reviews_rounds r on r.org_id = ${orgId} and r.round_id = t.round_id
        where t.org_id = ${orgId} and t.subject_id = ${memberId}) as "reviewResults"`.execute(db)
  return rows[0] ?? {}
}

/** What others gave the person goes with them. That they were issued tokens stays without a name: so many ballots there can be at most. */
export async function eraseReviews(db: Db, orgId: string, memberId: string): Promise<void> {
  for (const table of ['results', 'lines', 'ballots', 'issues', 'voids', 'subjects'])
    await sql`delete from ${sql.table(`reviews_${table}`)} where org_id = ${orgId} and subject_id = ${memberId}`.execute(db)
}
