import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { type ShownRow, shown } from './task-queries'

export interface ProgressRow {
  seconds: number
  bestMark: number | null
  attempts: number
  doneAt: Date | null
}

const reached = sql`a.seconds, a.best_mark as "bestMark", a.attempts, a.done_at as "doneAt"`

/** A person's tasks: those they owe, the first due first, or those they have finished, the latest first. */
export async function listMine(db: Db, orgId: string, memberId: string, done: boolean, limit: number): Promise<(ShownRow & ProgressRow)[]> {
  const { rows } = await sql<ShownRow & ProgressRow>`
    select ${shown}, ${reached}
    from study_assignments a
    join study_tasks t on t.org_id = ${orgId} and t.task_id = a.task_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = t.unit_id
    where a.org_id = ${orgId} and a.member_id = ${memberId}
      and ${done ? sql`a.done_at is not null` : sql`a.done_at is null and t.state = 'published'`}
    order by ${done ? sql`a.done_at desc` : sql`t.due_at`}, t.task_id
    limit ${limit}`.execute(db)
  return rows
}

/** How far a person is with a task; undefined where they were not given it. */
export async function findMine(db: Db, orgId: string, taskId: string, memberId: string): Promise<ProgressRow | undefined> {
  const { rows } = await sql<ProgressRow>`
    select ${reached} from study_assignments a
    where a.org_id = ${orgId} and a.task_id = ${taskId} and a.member_id = ${memberId}`.execute(db)
  return rows[0]
}

/** Seconds since this person's last beat for anything; null where there was none for this task. No other beat of theirs counts until the transaction ends. */
export async function lockReader(db: Db, orgId: string, taskId: string, memberId: string, now: Date): Promise<number | null> {
  await sql`select from organisation_members where org_id = ${orgId} and member_id = ${memberId} for no key update`.execute(db)
  const { rows } = await sql<{ last: Date | null; here: Date | null }>`
    select max(a.last_beat_at) as last, max(a.last_beat_at) filter (where a.task_id = ${taskId}) as here
    from study_assignments a where a.org_id = ${orgId} and a.member_id = ${memberId}`.execute(db)
  const [row] = rows
  return row?.last && row.here ? (now.getTime() - row.last.getTime()) / 1000 : null
}

/** Adds to what was counted of a person's reading; `at` is the moment up to which it was. Answers the sum. */
export async function addSeconds(db: Db, orgId: string, taskId: string, memberId: string, seconds: number, at: Date): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    update study_assignments set seconds = seconds + ${seconds}, last_beat_at = ${at}::timestamptz, opened_at = coalesce(opened_at, ${at}::timestamptz)
    where org_id = ${orgId} and task_id = ${taskId} and member_id = ${memberId}
    returning seconds`.execute(db)
  return rows[0]?.seconds ?? 0
}

/** Minutes credited to people in a stretch of time, by member; who has none is not among them. */
export async function creditedMinutes(db: Db, orgId: string, memberIds: string[], from: Date, until: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ memberId: string; minutes: number }>`
    select f.member_id as "memberId", sum(f.quantity)::int as minutes
    from facts f
    where f.org_id = ${orgId} and f.member_id = any(${memberIds}::uuid[]) and f.happened_at >= ${from} and f.happened_at < ${until}
      and f.kind = 'study-finished' and f.reverses_id is null
      and not exists (select from facts r
        where r.org_id = ${orgId} and r.evidence_id = f.evidence_id and r.member_id = f.member_id and r.reverses_id = f.fact_id)
    group by f.member_id`.execute(db)
  return new Map(rows.map(({ memberId, minutes }) => [memberId, minutes]))
}

export async function postsOf(db: Db, orgId: string, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_posts')
    .select('post')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .execute()
  return rows.map((row) => row.post)
}
