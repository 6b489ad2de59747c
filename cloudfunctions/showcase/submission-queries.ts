import { sql } from 'kysely'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import type { Shown } from '../kernel/contract'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { SubmissionContent, SubmissionKind, SubmissionState, submission } from './contract'

export interface SubmissionRow {
  submissionId: string
  unitId: string
  memberId: string
  kind: SubmissionKind
  subjectId: string
  content: SubmissionContent
  state: SubmissionState
  submittedAt: Date
}

const columns = sql`
  s.submission_id as "submissionId", s.unit_id as "unitId", s.member_id as "memberId", s.kind, s.subject_id as "subjectId",
  s.content, s.state, s.submitted_at as "submittedAt"`

export async function findSubmission(db: Db, orgId: string, submissionId: string): Promise<SubmissionRow | undefined> {
  const { rows } = await sql<SubmissionRow>`
    select ${columns} from showcase_submissions s
    where s.org_id = ${orgId} and s.submission_id = ${submissionId}`.execute(db)
  return rows[0]
}

export async function isWaiting(db: Db, orgId: string, subjectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from showcase_submissions
    where org_id = ${orgId} and subject_id = ${subjectId} and state = 'waiting'`.execute(db)
  return rows.length > 0
}

type NewSubmission = Pick<
  Schema['showcase_submissions'],
  'org_id' | 'submission_id' | 'unit_id' | 'member_id' | 'kind' | 'subject_id' | 'content' | 'submitted_at'
>

export async function addSubmission(db: Db, { content, ...row }: NewSubmission): Promise<void> {
  await db
    .insertInto('showcase_submissions')
    .values({
      ...row,
      content: sql`${JSON.stringify(content)}::jsonb`,
      state: 'waiting',
      decided_at: null,
      decided_by: null,
      comment: null,
    })
    .execute()
}

interface Settled {
  state: Exclude<SubmissionState, 'waiting'>
  decided_at: Date
  decided_by: string
  comment: string | null
}

/** False where it is not (any more) in the state it should be in. */
export async function settleSubmission(
  db: Db,
  orgId: string,
  submissionId: string,
  from: 'waiting' | 'approved',
  settled: Settled,
): Promise<boolean> {
  const row = await db
    .updateTable('showcase_submissions')
    .set(settled)
    .where('org_id', '=', orgId)
    .where('submission_id', '=', submissionId)
    .where('state', '=', from)
    .returning('submission_id')
    .executeTakeFirst()
  return row !== undefined
}

/** How the submissions about one thing went, the latest first. */
export async function submissionsAbout(db: Db, orgId: string, subjectId: string): Promise<Shown<typeof submission>[]> {
  const { rows } = await sql<SubmissionRow & { decidedAt: Date | null; decidedBy: string | null; comment: string | null }>`
    select ${columns}, s.decided_at as "decidedAt", p.name as "decidedBy", s.comment
    from showcase_submissions s
    left join organisation_members p on p.org_id = ${orgId} and p.member_id = s.decided_by
    where s.org_id = ${orgId} and s.subject_id = ${subjectId}
    order by s.submitted_at desc, s.submission_id desc`.execute(db)
  return rows.map(({ submissionId, kind, state, submittedAt, decidedAt, decidedBy, comment }) => ({
    ...{ submissionId, kind, state, decidedBy, comment },
    submittedAt: toMoment(submittedAt),
    decidedAt: toMomentOrNull(decidedAt),
  }))
}

export type LastSubmission = SubmissionRow & { comment: string | null }

/** What was put before the branch last about each of these things; those never put before it are left out. */
export async function lastSubmissions(db: Db, orgId: string, subjectIds: readonly string[]): Promise<Map<string, LastSubmission>> {
  const { rows } = await sql<LastSubmission>`
    select distinct on (s.subject_id) ${columns}, s.comment from showcase_submissions s
    where s.org_id = ${orgId} and s.subject_id = any(${subjectIds}::uuid[])
    order by s.subject_id, s.submitted_at desc, s.submission_id desc`.execute(db)
  return new Map(rows.map((row) => [row.subjectId, row]))
}

/** What waits for the decision of these units, the oldest first; the first `limit` of them. */
export async function listWaiting(db: Db, orgId: string, unitIds: readonly string[], limit: number) {
  const { rows } = await sql<SubmissionRow & { name: string; unitName: string }>`
    select ${columns}, p.name, u.name as "unitName"
    from showcase_submissions s
    join organisation_members p on p.org_id = ${orgId} and p.member_id = s.member_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = s.unit_id
    where s.org_id = ${orgId} and s.unit_id = any(${unitIds}::uuid[]) and s.state = 'waiting'
    order by s.submitted_at, s.submission_id
    limit ${limit}`.execute(db)
  return rows
}
