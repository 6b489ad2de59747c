import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Grade, Part } from './contract'
import type { RoundRow } from './queries'
import type { Tally } from './tally'
import { partBetween } from './who-rates-queries'

export interface ResultRow {
  subjectId: string
  unitId: string
  name: string
  ballots: number
  issued: number
  score: string | null
  grade: Grade | null
  cap: Grade | null
  capReason: string | null
  tallies: Partial<Record<Part | 'all', Tally>> & { dropped: Part[] }
}

/** Every subject's result; an erased person's is left out. */
export async function listResults(db: Db, orgId: string, roundId: string): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select s.subject_id as "subjectId", s.unit_id as "unitId", coalesce(m.name, s.name) as name, t.ballots, t.issued,
      t.score::text as score, t.grade, t.cap, t.cap_reason as "capReason", t.tallies
    from reviews_results t
    join reviews_subjects s on s.org_id = ${orgId} and s.round_id = t.round_id and s.subject_id = t.subject_id
    left join organisation_members m on m.org_id = ${orgId} and m.member_id = s.subject_id
    where t.org_id = ${orgId} and t.round_id = ${roundId} and m.erased_at is null
    order by s.unit_id, s.subject_id`.execute(db)
  return rows
}

/** The round's unit and everything below it. */
export async function listRounds(db: Db, orgId: string, memberId: string, unitIds: readonly string[]) {
  const { rows } = await sql<RoundRow & { toRate: number; issued: number }>`
    select r.round_id as "roundId", r.unit_id as "unitId", u.name as "unitName", r.template, r.title, r.state,
      r.closes_at as "closesAt", r.closed_at as "closedAt",
      (select count(*)::int from reviews_raters t
         join reviews_subjects s on s.org_id = ${orgId} and s.round_id = t.round_id
        where t.org_id = ${orgId} and t.round_id = r.round_id and t.member_id = ${memberId}
          and ${partBetween(sql`r.template`)} is not null) as "toRate",
      (select count(*)::int from reviews_issues i
        where i.org_id = ${orgId} and i.round_id = r.round_id and i.member_id = ${memberId}) as issued
    from reviews_rounds r
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = r.unit_id
    where r.org_id = ${orgId} and (
      r.unit_id = any(${unitIds}::uuid[])
      or r.round_id in (select t.round_id from reviews_raters t where t.org_id = ${orgId} and t.member_id = ${memberId})
      or r.round_id in (select s.round_id from reviews_subjects s where s.org_id = ${orgId} and s.subject_id = ${memberId}))
    order by r.created_at desc, r.round_id
    limit 100`.execute(db)
  return rows
}

export async function isSubject(db: Db, orgId: string, roundId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql`
    select from reviews_subjects where org_id = ${orgId} and round_id = ${roundId} and subject_id = ${memberId}`.execute(db)
  return rows.length > 0
}

export async function listIssued(db: Db, orgId: string, roundId: string): Promise<{ name: string; subjectId: string; part: Part }[]> {
  const { rows } = await sql<{ name: string; subjectId: string; part: Part }>`
    select p.name, i.subject_id as "subjectId", i.part from reviews_issues i
    join organisation_members p on p.org_id = ${orgId} and p.member_id = i.member_id
    where i.org_id = ${orgId} and i.round_id = ${roundId}
    order by p.member_id, i.subject_id`.execute(db)
  return rows
}

export async function listVoided(db: Db, orgId: string, roundId: string) {
  const { rows } = await sql<{ name: string; subjectId: string; part: Part; reason: string; voidedBy: string }>`
    select p.name, v.subject_id as "subjectId", v.part, v.reason, o.name as "voidedBy" from reviews_voids v
    join organisation_members p on p.org_id = ${orgId} and p.member_id = v.member_id
    join organisation_members o on o.org_id = ${orgId} and o.member_id = v.voided_by
    where v.org_id = ${orgId} and v.round_id = ${roundId}
    order by v.voided_at, v.void_id`.execute(db)
  return rows
}
