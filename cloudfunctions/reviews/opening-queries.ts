import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { RoundRow } from './queries'

/** The branches of a round: the unit itself, or everything below it. */
const branches = (orgId: string, unitId: string) => sql`
  with recursive tree as (
    select u.unit_id, u.kind, u.name from organisation_units u where u.org_id = ${orgId} and u.unit_id = ${unitId}
    union
    select u.unit_id, u.kind, u.name from tree join organisation_units u on u.org_id = ${orgId} and u.parent_id = tree.unit_id),
  branches as (select unit_id, name from tree where kind = 'branch')`

const party = sql`('full', 'probationary')`

/** Writes down who is rated: the branches themselves in a round on 融合成效, else their members of the Party. Answers how many. */
export async function addSubjects(db: Db, orgId: string, { roundId, unitId, template }: RoundRow): Promise<number> {
  const { rows } =
    template === 'fusion'
      ? await sql`
        ${branches(orgId, unitId)}
        insert into reviews_subjects (org_id, round_id, subject_id, unit_id, name)
        select ${orgId}::uuid, ${roundId}::uuid, b.unit_id, b.unit_id, b.name from branches b
        returning subject_id`.execute(db)
      : await sql`
        ${branches(orgId, unitId)}
        insert into reviews_subjects (org_id, round_id, subject_id, unit_id, name)
        select ${orgId}::uuid, ${roundId}::uuid, m.member_id, m.unit_id, m.name
        from organisation_members m join branches b on b.unit_id = m.unit_id
        where m.org_id = ${orgId} and m.erased_at is null and m.standing in ${party}
        returning subject_id`.execute(db)
  return rows.length
}

/** Writes down who rates, each as one part: the officers of the round's unit as its committee, where it rates, and not as mates. Answers how many. */
export async function addRaters(db: Db, orgId: string, { roundId, unitId, raters }: RoundRow): Promise<number> {
  const { rows } = await sql`
    ${branches(orgId, unitId)},
    committee as (
      select distinct p.member_id from organisation_posts p
      where p.org_id = ${orgId} and p.unit_id = ${unitId} and 'organisation' = any(${raters}::text[])
        and p.post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline')),
    people as (
      select m.member_id, m.unit_id,
        case when c.member_id is not null then 'organisation' when m.standing in ${party} then 'mutual' else 'public' end as part
      from organisation_members m
      left join committee c on c.member_id = m.member_id
      where m.org_id = ${orgId} and m.erased_at is null
        and (c.member_id is not null or m.unit_id in (select b.unit_id from branches b)))
    insert into reviews_raters (org_id, round_id, member_id, unit_id, part)
    select ${orgId}::uuid, ${roundId}::uuid, p.member_id, p.unit_id, p.part from people p
    where p.part = any(${raters}::text[])
    returning member_id`.execute(db)
  return rows.length
}
