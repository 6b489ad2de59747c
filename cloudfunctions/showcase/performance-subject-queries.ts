import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** What an entry of performance belongs to: one of these two. */
export interface SubjectKey {
  pledgeId: string | null
  projectId: string | null
}

export interface SubjectRow extends SubjectKey {
  memberId: string
  year: number
  text: string
  /** The pledge's category, or the project's kind. */
  filter: string
  /** Whether something can be achieved for it: the branch approved it, and it was not stopped. */
  suits: boolean
}

const subjects = (orgId: string) => sql`
  (select p.pledge_id as "pledgeId", null::uuid as "projectId", p.member_id as "memberId", p.year, p.text, p.category as filter,
    p.state in ('published', 'kept', 'partly', 'broken') as suits
  from showcase_pledges p where p.org_id = ${orgId}
  union all
  select null, j.project_id, j.member_id, j.year, j.name, j.kind, j.state in ('running', 'accepted')
  from showcase_projects j where j.org_id = ${orgId}) s`

export async function findSubject(db: Db, orgId: string, { pledgeId, projectId }: SubjectKey): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`
    select s.* from ${subjects(orgId)} where ${pledgeId ? sql`s."pledgeId" = ${pledgeId}` : sql`s."projectId" = ${projectId}`}`.execute(db)
  return rows[0]
}

/** What somebody's entries can belong to since a year, the latest year first. */
export async function listSubjects(db: Db, orgId: string, memberId: string, sinceYear: number): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select s.* from ${subjects(orgId)}
    where s."memberId" = ${memberId} and s.year >= ${sinceYear} and s.suits
    order by s.year desc, s."projectId" is not null, coalesce(s."pledgeId", s."projectId")`.execute(db)
  return rows
}
