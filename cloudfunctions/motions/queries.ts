import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { presentVoters } from '../meetings'
import type { Choice, MotionKind, MotionState } from './contract'
import type { Counts } from './majority'

export interface MotionRow {
  motionId: string
  meetingId: string
  text: string
  kind: MotionKind
  state: MotionState
  /** Frozen at the close; null before. */
  entitled: number | null
  present: number | null
  passed: boolean | null
}

/** With `lock`, whoever else wants to vote on it, open it or close it waits for the transaction. */
export async function findMotion(db: Db, orgId: string, motionId: string, lock = false): Promise<MotionRow | undefined> {
  const { rows } = await sql<MotionRow>`
    select m.motion_id as "motionId", m.meeting_id as "meetingId", m.text, m.kind, m.state, m.entitled, m.present, m.passed
    from motions m where m.org_id = ${orgId} and m.motion_id = ${motionId} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

interface NewMotion {
  org_id: string
  motion_id: string
  meeting_id: string
  text: string
  kind: MotionKind
  put_by: string
  put_at: Date
}

export const addMotion = (db: Db, row: NewMotion) =>
  db
    .insertInto('motions')
    .values({ ...row, state: 'put' })
    .execute()

interface MotionChange {
  state?: MotionState
  opened_at?: Date
  closed_at?: Date
  entitled?: number
  present?: number
  in_favour?: number
  against?: number
  abstained?: number
  passed?: boolean
}

export const changeMotion = (db: Db, orgId: string, motionId: string, change: MotionChange) =>
  db.updateTable('motions').set(change).where('org_id', '=', orgId).where('motion_id', '=', motionId).execute()

export const isAnyVoting = async (db: Db, orgId: string, meetingId: string): Promise<boolean> =>
  (await db
    .selectFrom('motions')
    .select('motion_id')
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'voting')
    .executeTakeFirst()) !== undefined

/** Without it a vote could be written after the close and yet have no part in its numbers. */
export const guard = "and m.state = 'voting'"

/**
 * Casts a vote, or changes it; false once the voting is over. `for share` makes it wait for a close under way
 * and look again afterwards, and makes a close wait for it; votes do not wait for each other.
 */
export async function putVote(db: Db, orgId: string, motionId: string, memberId: string, choice: Choice, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into motions_votes (org_id, motion_id, member_id, choice, at)
    select m.org_id, m.motion_id, ${memberId}::uuid, ${choice}, ${now}::timestamptz
    from motions m where m.org_id = ${orgId} and m.motion_id = ${motionId} ${sql.raw(guard)}
    for share
    on conflict (org_id, motion_id, member_id) do update set choice = excluded.choice, at = excluded.at
    returning member_id`.execute(db)
  return rows.length > 0
}

type Tally = Pick<Counts, 'inFavour' | 'against' | 'abstained'>

/** At the close: the votes of those who are present now count, and no others any more. */
export async function settleVotes(db: Db, orgId: string, { motionId, meetingId }: MotionRow): Promise<Tally> {
  const { rows } = await sql<Tally>`
    with settled as (
      update motions_votes v set counted = v.member_id in ${presentVoters(orgId, meetingId)}
      where v.org_id = ${orgId} and v.motion_id = ${motionId}
      returning v.choice, v.counted)
    select (count(*) filter (where choice = 'in-favour'))::int as "inFavour",
      (count(*) filter (where choice = 'against'))::int as against,
      (count(*) filter (where choice = 'abstained'))::int as abstained
    from settled where counted`.execute(db)
  return rows[0] ?? { inFavour: 0, against: 0, abstained: 0 }
}

export interface ListedRow extends MotionRow, Tally {
  closedAt: Date | null
  myChoice: Choice | null
}

/** A meeting's motions in the order they were put; of the one being voted on, the votes so far of those who are present. */
export async function listMotions(db: Db, orgId: string, meetingId: string, memberId: string | null): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select m.motion_id as "motionId", m.meeting_id as "meetingId", m.text, m.kind, m.state, m.entitled, m.present, m.closed_at as "closedAt",
      m.passed, mine.choice as "myChoice",
      coalesce(m.in_favour, live.in_favour, 0) as "inFavour",
      coalesce(m.against, live.against, 0) as against,
      coalesce(m.abstained, live.abstained, 0) as abstained
    from motions m
    left join motions_votes mine on mine.org_id = ${orgId} and mine.motion_id = m.motion_id and mine.member_id = ${memberId}
    left join lateral (
      select (count(*) filter (where v.choice = 'in-favour'))::int as in_favour,
        (count(*) filter (where v.choice = 'against'))::int as against,
        (count(*) filter (where v.choice = 'abstained'))::int as abstained
      from motions_votes v
      where v.org_id = ${orgId} and v.motion_id = m.motion_id and v.member_id in ${presentVoters(orgId, meetingId)}
    ) live on m.state = 'voting'
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId}
    order by m.put_at, m.motion_id`.execute(db)
  return rows
}

export interface VoteRow {
  memberId: string
  name: string
  choice: Choice
}

/** The votes that counted, by name. */
export async function listVotes(db: Db, orgId: string, motionId: string): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select v.member_id as "memberId", p.name, v.choice
    from motions_votes v
    join organisation_members p on p.org_id = ${orgId} and p.member_id = v.member_id
    where v.org_id = ${orgId} and v.motion_id = ${motionId} and v.counted
    order by v.choice, p.member_id`.execute(db)
  return rows
}

export interface CorrectionRow extends Tally {
  motionId: string
  at: Date
  author: string
  reason: string
}

/** Every correction of a meeting's motions, the latest first, with what stood before it. */
export async function listCorrections(db: Db, orgId: string, meetingId: string): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select c.motion_id as "motionId", c.at, p.name as author, c.reason, c.in_favour as "inFavour", c.against, c.abstained
    from motions_corrections c
    join motions m on m.org_id = ${orgId} and m.motion_id = c.motion_id
    join organisation_members p on p.org_id = ${orgId} and p.member_id = c.author_id
    where c.org_id = ${orgId} and m.meeting_id = ${meetingId}
    order by c.at desc, c.correction_id desc`.execute(db)
  return rows
}

interface NewCorrection {
  org_id: string
  correction_id: string
  motion_id: string
  at: Date
  author_id: string
  reason: string
}

/** Keeps the numbers that stood until now, before they are changed. */
export async function keepCorrected(db: Db, { org_id, correction_id, motion_id, at, author_id, reason }: NewCorrection): Promise<void> {
  await sql`
    insert into motions_corrections (org_id, correction_id, motion_id, at, author_id, reason, in_favour, against, abstained)
    select m.org_id, ${correction_id}::uuid, m.motion_id, ${at}::timestamptz, ${author_id}::uuid, ${reason}, m.in_favour, m.against, m.abstained
    from motions m where m.org_id = ${org_id} and m.motion_id = ${motion_id}`.execute(db)
}
