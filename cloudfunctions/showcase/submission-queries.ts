import { type RawBuilder, sql } from 'kysely'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import type { Shown } from '../kernel/contract'
import type { Db } from '../kernel/database'
import { beyond, type Place } from '../kernel/keyset'
import type { Schema } from '../kernel/schema'
import type { SubmissionContent, SubmissionKind, SubmissionState, submission } from './contract'
import { otherOfficer } from './owner-queries'

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

/** Whose these are, by submission; what the organisation has not is left out. */
export async function ownersOf(db: Db, orgId: string, submissionIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ submissionId: string; memberId: string }>`
    select submission_id as "submissionId", member_id as "memberId" from showcase_submissions
    where org_id = ${orgId} and submission_id = any(${submissionIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ submissionId, memberId }) => [submissionId, memberId]))
}

/** What waits at these units: `units` is the right side of a comparison, `any (…)`. */
const waits = (orgId: string, units: RawBuilder<unknown>) => sql`
  s.org_id = ${orgId} and s.unit_id = ${units} and s.state = 'waiting'`

/** Their own is decided by another officer, where there is one. */
const decidable = (orgId: string, decider: string) => sql<boolean>`
  (s.member_id <> ${decider} or not ${otherOfficer(orgId, sql`s.unit_id`, decider)})`

const key = sql`('submission ' || s.submission_id::text)`

/** What the evidence of a submission belongs to: an outcome and a result have ids of their own, since they may be reported again. */
const evidenceId = (orgId: string) => sql`coalesce(
  case s.kind
    when 'pledge-outcome' then (select e.outcome_id from showcase_pledges e where e.org_id = ${orgId} and e.pledge_id = s.subject_id)
    when 'project-result' then (select e.result_id from showcase_projects e where e.org_id = ${orgId} and e.project_id = s.subject_id)
  end, s.subject_id)`

interface WaitingRow extends SubmissionRow, Place {
  name: string
  unitName: string
  evidenceId: string
  decidable: boolean
}

/** What waits for the decision of these units, the oldest first; the first `limit` of them after a place. */
export async function listWaiting(
  db: Db,
  { orgId, memberId }: { orgId: string; memberId: string },
  unitIds: readonly string[],
  after: Place | null,
  limit: number,
) {
  const { rows } = await sql<WaitingRow>`
    select ${columns}, s.submitted_at as at, ${key} as key, ${evidenceId(orgId)} as "evidenceId", p.name, u.name as "unitName", ${decidable(orgId, memberId)} as decidable
    from showcase_submissions s
    join organisation_members p on p.org_id = ${orgId} and p.member_id = s.member_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = s.unit_id
    where ${waits(orgId, sql`any(${unitIds}::uuid[])`)} and ${beyond(sql`s.submitted_at`, key, after)}
    order by s.submitted_at, ${key} collate "C"
    limit ${limit}`.execute(db)
  return rows
}

/** How many of them the caller may decide, as part of a larger statement. */
export const countWaiting = (orgId: string, decider: string, units: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (select count(*) from showcase_submissions s where ${waits(orgId, units)} and ${decidable(orgId, decider)})`
