import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'
import type { Part } from './contract'
import type { RoundRow } from './queries'
import type { Rater, Subject } from './who-rates'
import { partBetween } from './who-rates-queries'

export async function findRater(db: Db, orgId: string, roundId: string, memberId: string): Promise<Rater | undefined> {
  const { rows } = await sql<Rater>`
    select member_id as "memberId", unit_id as "unitId", part from reviews_raters
    where org_id = ${orgId} and round_id = ${roundId} and member_id = ${memberId}`.execute(db)
  return rows[0]
}

export async function findSubject(db: Db, orgId: string, roundId: string, subjectId: string): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    select subject_id as "subjectId", unit_id as "unitId" from reviews_subjects
    where org_id = ${orgId} and round_id = ${roundId} and subject_id = ${subjectId}`.execute(db)
  return rows[0]
}

export interface SubjectRow {
  subjectId: string
  name: string
  part: Part
  issued: boolean
}

/** Everybody this person rates and as which part, with whether a token was issued. */
export async function listSubjectsOf(db: Db, orgId: string, { roundId, template }: RoundRow, memberId: string): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select s.subject_id as "subjectId", s.name, p.part, i.member_id is not null as issued
    from reviews_raters t
    join reviews_subjects s on s.org_id = ${orgId} and s.round_id = t.round_id
    cross join lateral (select ${partBetween(sql`${template}`)} as part) p
    left join reviews_issues i
      on i.org_id = ${orgId} and i.round_id = t.round_id and i.member_id = t.member_id and i.subject_id = s.subject_id
    where t.org_id = ${orgId} and t.round_id = ${roundId} and t.member_id = ${memberId} and p.part is not null
    order by s.subject_id`.execute(db)
  return rows
}

type IssueKey = Pick<Row<'reviews_issues'>, 'org_id' | 'round_id' | 'member_id' | 'subject_id'>

export const findIssue = (db: Db, { org_id, round_id, member_id, subject_id }: IssueKey) =>
  db
    .selectFrom('reviews_issues')
    .select(['part', 'blinded', 'evaluated', 'proof'])
    .where('org_id', '=', org_id)
    .where('round_id', '=', round_id)
    .where('member_id', '=', member_id)
    .where('subject_id', '=', subject_id)
    .executeTakeFirst()

/** False where one was issued already: two phones at once get one between them. */
export async function addIssue(db: Db, row: Row<'reviews_issues'>): Promise<boolean> {
  const added = await db
    .insertInto('reviews_issues')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'round_id', 'member_id', 'subject_id']).doNothing())
    .returning('member_id')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes an issue out and answers what it was; undefined where there was none. */
export const removeIssue = (db: Db, { org_id, round_id, member_id, subject_id }: IssueKey) =>
  db
    .deleteFrom('reviews_issues')
    .where('org_id', '=', org_id)
    .where('round_id', '=', round_id)
    .where('member_id', '=', member_id)
    .where('subject_id', '=', subject_id)
    .returning('part')
    .executeTakeFirst()

export const addVoid = (db: Db, row: Row<'reviews_voids'>) => db.insertInto('reviews_voids').values(row).execute()

/** How many ballots could come, were issued a token, have come. */
export async function countProgress(db: Db, orgId: string, { roundId, template }: RoundRow) {
  const { rows } = await sql<{ expected: number; issued: number; ballots: number }>`
    select
      (select count(*)::int from reviews_raters t
         join reviews_subjects s on s.org_id = ${orgId} and s.round_id = t.round_id
        where t.org_id = ${orgId} and t.round_id = ${roundId} and ${partBetween(sql`${template}`)} is not null) as expected,
      (select count(*)::int from reviews_issues i where i.org_id = ${orgId} and i.round_id = ${roundId}) as issued,
      (select count(*)::int from reviews_ballots b where b.org_id = ${orgId} and b.round_id = ${roundId})
        + (select count(*)::int from reviews_lines l where l.org_id = ${orgId} and l.round_id = ${roundId}) as ballots`.execute(db)
  return rows[0] ?? { expected: 0, issued: 0, ballots: 0 }
}
