import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'

/** Without it a ballot could be written after the close and have no part in the result. */
export const guard = sql`r.state = 'open'`

/**
 * Puts a ballot in, or in place of an older one with the same serial; one that is newer stands. False where the round is not open (any
 * more). `for share` makes it wait for a close under way and look again, and makes a close wait for it.
 */
export async function putBallot(db: Db, ballot: Row<'reviews_ballots'>, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with open as (
      select r.round_id from reviews_rounds r
      where r.org_id = ${ballot.org_id} and r.round_id = ${ballot.round_id} and ${guard} and r.closes_at > ${now}::timestamptz
      for share),
    put as (
      insert into reviews_ballots as b (org_id, round_id, subject_id, part, serial, marks, comment, revision)
      select ${ballot.org_id}::uuid, o.round_id, ${ballot.subject_id}::uuid, ${ballot.part}, ${ballot.serial},
        ${ballot.marks}::integer[], ${ballot.comment}, ${ballot.revision}
      from open o
      on conflict (org_id, round_id, subject_id, part, serial) do update
        set marks = excluded.marks, comment = excluded.comment, revision = excluded.revision
        where b.revision < excluded.revision)
    select from open`.execute(db)
  return rows.length > 0
}

/** What the box must know of a round to judge a ballot; its key never changes once it is open. */
export async function findBox(db: Db, orgId: string, roundId: string) {
  const { rows } = await sql<{ secretKey: string; criteria: number; comments: boolean }>`
    select r.secret_key as "secretKey", jsonb_array_length(r.criteria) as criteria, r.comments
    from reviews_rounds r
    where r.org_id = ${orgId} and r.round_id = ${roundId} and ${guard} and r.secret_key is not null`.execute(db)
  return rows[0]
}

/** At the close: every ballot is written anew in random order, without its revision, and the table they arrived in is emptied of them. */
export async function rewriteBallots(db: Db, orgId: string, roundId: string): Promise<number> {
  const { rows } = await sql`
    with taken as (
      delete from reviews_ballots where org_id = ${orgId} and round_id = ${roundId}
      returning org_id, round_id, subject_id, part, serial, marks, comment)
    insert into reviews_lines (org_id, round_id, subject_id, part, serial, marks, comment)
    select org_id, round_id, subject_id, part, serial, marks, comment from taken order by gen_random_uuid()
    returning serial`.execute(db)
  return rows.length
}

export interface LineRow {
  subjectId: string
  part: Row<'reviews_lines'>['part']
  serial: string
  marks: number[]
  comment: string | null
}

/** Every line of a closed round, by serial: an order that says nothing. */
export async function listLines(db: Db, orgId: string, roundId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select subject_id as "subjectId", part, serial, marks, comment from reviews_lines
    where org_id = ${orgId} and round_id = ${roundId}
    order by subject_id, part, serial`.execute(db)
  return rows
}

/** How many tokens were issued for each subject and part, voided ones included: so many ballots there can be at most. */
export async function countIssued(db: Db, orgId: string, roundId: string) {
  const { rows } = await sql<{ subjectId: string; part: Row<'reviews_lines'>['part']; issued: number }>`
    select subject_id as "subjectId", part, count(*)::int as issued
    from (select subject_id, part from reviews_issues where org_id = ${orgId} and round_id = ${roundId}
          union all
          select subject_id, part from reviews_voids where org_id = ${orgId} and round_id = ${roundId}) i
    group by subject_id, part`.execute(db)
  return rows
}
