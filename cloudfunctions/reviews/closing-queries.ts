import { sql } from 'kysely'
import type { WriteContext } from '../kernel/action'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'
import type { RoundRow } from './queries'
import type { Subject } from './who-rates'

export async function listSubjects(db: Db, orgId: string, roundId: string): Promise<(Subject & { name: string })[]> {
  const { rows } = await sql<Subject & { name: string }>`
    select subject_id as "subjectId", unit_id as "unitId", name from reviews_subjects
    where org_id = ${orgId} and round_id = ${roundId}
    order by subject_id`.execute(db)
  return rows
}

export async function addResults(db: Db, results: Row<'reviews_results'>[]): Promise<void> {
  for (let from = 0; from < results.length; from += 1_000) {
    const rows = results
      .slice(from, from + 1_000)
      .map(({ tallies, ...row }) => ({ ...row, tallies: sql`${JSON.stringify(tallies)}::jsonb` }))
    await db.insertInto('reviews_results').values(rows).execute()
  }
}

/** One fact for each who asked for a token: that they took part is known, and for how many. */
export async function writeJoinedFacts({ db, actor, now }: WriteContext, { roundId, template }: RoundRow): Promise<void> {
  // Ids are made in the database here because the rows are.
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, quantity, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), 'review-joined', r.member_id, r.unit_id, ${now}::timestamptz, r.round_id, ${template},
      count(*), ${actor.memberId}::uuid, ${now}::timestamptz
    from reviews_raters r
    join reviews_issues i on i.org_id = ${actor.orgId} and i.round_id = r.round_id and i.member_id = r.member_id
    where r.org_id = ${actor.orgId} and r.round_id = ${roundId}
    group by r.member_id, r.unit_id, r.round_id`.execute(db)
}

/** One fact for each subject with a score; a branch's own is about no member. The filter is the grade, where there are grades. */
export async function writeResultFacts({ db, actor, now }: WriteContext, { roundId, template }: RoundRow): Promise<void> {
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, quantity, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), 'review-result', case when ${template} = 'fusion' then null else s.subject_id end, s.unit_id,
      ${now}::timestamptz, s.round_id, coalesce(t.grade, ${template}), t.score, ${actor.memberId}::uuid, ${now}::timestamptz
    from reviews_results t
    join reviews_subjects s on s.org_id = ${actor.orgId} and s.round_id = t.round_id and s.subject_id = t.subject_id
    where t.org_id = ${actor.orgId} and t.round_id = ${roundId} and t.score is not null`.execute(db)
}
