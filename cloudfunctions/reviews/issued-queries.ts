import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Part } from './contract'

/** Everybody rated in a round, by name; whoever was erased meanwhile is left out. */
export async function listNamedSubjects(db: Db, orgId: string, roundId: string): Promise<{ subjectId: string; name: string }[]> {
  const { rows } = await sql<{ subjectId: string; name: string }>`
    select s.subject_id as "subjectId", coalesce(m.name, s.name) as name from reviews_subjects s
    left join organisation_members m on m.org_id = ${orgId} and m.member_id = s.subject_id
    where s.org_id = ${orgId} and s.round_id = ${roundId} and m.erased_at is null
    order by 2, 1`.execute(db)
  return rows
}

interface IssuedRow {
  memberId: string
  name: string
  subjectId: string
  part: Part
}

/** Who was issued a token for whom. By name, since the order of issuing would be a step towards the order of ballots. */
export async function listIssuedRaters(db: Db, orgId: string, roundId: string): Promise<IssuedRow[]> {
  const { rows } = await sql<IssuedRow>`
    select i.member_id as "memberId", p.name, i.subject_id as "subjectId", i.part from reviews_issues i
    join organisation_members p on p.org_id = ${orgId} and p.member_id = i.member_id
    where i.org_id = ${orgId} and i.round_id = ${roundId}
    order by p.name, i.member_id, i.subject_id`.execute(db)
  return rows
}
