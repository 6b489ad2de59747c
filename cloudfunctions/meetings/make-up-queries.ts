import { type RawBuilder, sql } from 'kysely'
import type { WriteContext } from '../kernel/action'
import type { Db } from '../kernel/database'
import type { MakeUpState } from './make-up-contract'
import type { MeetingRow } from './queries'

interface Task {
  instructions: string
  dueAt: Date
  missed: ('absent' | 'excused')[]
}

const unfinished = sql`('owed', 'returned')`

/**
 * Whoever is counted and missed the meeting owes the task; those not done yet owe it anew, those who owe nothing any more are let go.
 * Writes the facts of both; answers how many owe it and have not handed it in.
 */
export async function oweMakeUps(context: WriteContext, meeting: MeetingRow, { instructions, dueAt, missed }: Task): Promise<number> {
  const { db, actor, now } = context
  const { orgId, memberId: setBy } = actor
  const { meetingId } = meeting
  await withdraw(
    context,
    meetingId,
    '不再需要补课',
    sql`m.state in ${unfinished} and not exists (select from meetings_attendances a
      where a.org_id = ${orgId} and a.meeting_id = m.meeting_id and a.member_id = m.member_id and a.counted and a.state = any(${missed}::text[]))`,
  )
  // Ids are made in the database here because the rows are: one for each row.
  const { rows: owing } = await sql<{ member_id: string }>`
    select a.member_id from meetings_attendances a
    left join meetings_make_ups m on m.org_id = ${orgId} and m.meeting_id = a.meeting_id and m.member_id = a.member_id
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId} and a.counted and a.state = any(${missed}::text[])
      and coalesce(m.state, 'withdrawn') = 'withdrawn'`.execute(db)
  const newcomers = owing.map((row) => row.member_id)
  const { rows } = await sql<{ member_id: string }>`
    insert into meetings_make_ups (org_id, make_up_id, meeting_id, member_id, state, instructions, due_at, set_by, set_at)
    select ${orgId}::uuid, gen_random_uuid(), a.meeting_id, a.member_id, 'owed', ${instructions}, ${dueAt}::timestamptz, ${setBy}::uuid, ${now}::timestamptz
    from meetings_attendances a
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId} and a.counted and a.state = any(${missed}::text[])
    on conflict (org_id, meeting_id, member_id) do update
      set instructions = excluded.instructions, due_at = excluded.due_at, set_by = excluded.set_by, set_at = excluded.set_at,
        state = case when meetings_make_ups.state = 'withdrawn' then 'owed' else meetings_make_ups.state end
      where meetings_make_ups.state in ('owed', 'returned', 'withdrawn')
    returning member_id`.execute(db)
  await writeMakeUpFacts(context, meeting, 'make-up-owed', newcomers)
  return rows.length
}

/** One fact for each of these people's make-ups of the meeting. */
export async function writeMakeUpFacts(
  { db, actor, now }: WriteContext,
  { meetingId, unitId, kind }: MeetingRow,
  fact: 'make-up-owed' | 'make-up-met',
  memberIds: string[],
): Promise<void> {
  const happenedAt = fact === 'make-up-met' ? sql`coalesce(m.handed_in_at, ${now}::timestamptz)` : sql`${now}::timestamptz`
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, author_id, recorded_at)
    select ${actor.orgId}::uuid, gen_random_uuid(), ${fact}, m.member_id, ${unitId}::uuid, ${happenedAt}, m.make_up_id, ${kind}, ${actor.memberId}::uuid, ${now}::timestamptz
    from meetings_make_ups m
    where m.org_id = ${actor.orgId} and m.meeting_id = ${meetingId} and m.member_id = any(${memberIds}::uuid[])`.execute(db)
}

/** After the attendance was corrected: whoever was there owes nothing, and what was owed and met is reversed. */
export const withdrawOfThosePresent = (context: WriteContext, meetingId: string, memberId: string, reason: string): Promise<void> =>
  withdraw(
    context,
    meetingId,
    reason,
    sql`m.member_id = ${memberId} and m.state <> 'withdrawn' and exists (select from meetings_attendances a
      where a.org_id = ${context.actor.orgId} and a.meeting_id = m.meeting_id and a.member_id = m.member_id and a.state in ('present', 'late'))`,
  )

async function withdraw({ db, actor, now }: WriteContext, meetingId: string, reason: string, which: RawBuilder<unknown>): Promise<void> {
  const { orgId, memberId: author } = actor
  const { rows } = await sql<{ id: string }>`
    update meetings_make_ups m set state = 'withdrawn'
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId} and ${which}
    returning m.make_up_id as id`.execute(db)
  if (!rows.length) return
  await sql`
    insert into facts (org_id, fact_id, kind, member_id, unit_id, happened_at, evidence_id, filter, reverses_id, reason, author_id, recorded_at)
    select f.org_id, gen_random_uuid(), f.kind, f.member_id, f.unit_id, f.happened_at, f.evidence_id, f.filter, f.fact_id, ${reason}, ${author}::uuid, ${now}::timestamptz
    from facts f
    where f.org_id = ${orgId} and f.evidence_id = any(${rows.map((row) => row.id)}::uuid[]) and f.reverses_id is null
      and not exists (select from facts r where r.org_id = ${orgId} and r.evidence_id = f.evidence_id and r.reverses_id = f.fact_id)`.execute(
    db,
  )
}

/** Hands in, or hands in anew, what is not accepted; false where nothing is owed. */
export async function handIn(db: Db, orgId: string, meetingId: string, memberId: string, note: string, now: Date): Promise<boolean> {
  const handedIn = await db
    .updateTable('meetings_make_ups')
    .set({ state: 'handed-in', note, handed_in_at: now, decision: null, decided_by: null, decided_at: null })
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['owed', 'returned', 'handed-in'])
    .returning('make_up_id')
    .executeTakeFirst()
  return handedIn !== undefined
}

interface Decision {
  state: 'accepted' | 'returned'
  decision: string | null
  decided_by: string
  decided_at: Date
}

/** Two officers at once decide once; false where nothing is handed in any more. */
export async function decide(db: Db, orgId: string, meetingId: string, memberId: string, decision: Decision): Promise<boolean> {
  const decided = await db
    .updateTable('meetings_make_ups')
    .set(decision)
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'handed-in')
    .returning('make_up_id')
    .executeTakeFirst()
  return decided !== undefined
}

interface MakeUpRow {
  state: MakeUpState
  dueAt: Date
  instructions: string
  note: string | null
  handedInAt: Date | null
  decision: string | null
}

const columns = sql`m.state, m.due_at as "dueAt", m.instructions, m.note, m.handed_in_at as "handedInAt", m.decision`

export async function listMakeUps(db: Db, orgId: string, meetingId: string): Promise<(MakeUpRow & { memberId: string; name: string })[]> {
  const { rows } = await sql<MakeUpRow & { memberId: string; name: string }>`
    select m.member_id as "memberId", p.name, ${columns}
    from meetings_make_ups m
    join organisation_members p on p.org_id = ${orgId} and p.member_id = m.member_id
    where m.org_id = ${orgId} and m.meeting_id = ${meetingId} and m.state <> 'withdrawn'
    order by array_position(array['handed-in', 'returned', 'owed', 'accepted'], m.state), m.handed_in_at, p.member_id`.execute(db)
  return rows
}

type OwnMakeUpRow = MakeUpRow & { meetingId: string; title: string; unitName: string; startsAt: Date }

export async function listOwnMakeUps(db: Db, orgId: string, memberId: string, meetingId: string | null): Promise<OwnMakeUpRow[]> {
  const { rows } = await sql<OwnMakeUpRow>`
    select m.meeting_id as "meetingId", t.title, u.name as "unitName", t.starts_at as "startsAt", ${columns}
    from meetings_make_ups m
    join meetings t on t.org_id = ${orgId} and t.meeting_id = m.meeting_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = t.unit_id
    where m.org_id = ${orgId} and m.member_id = ${memberId}
      and case when ${meetingId}::uuid is null then m.state in ('owed', 'returned', 'handed-in') else m.meeting_id = ${meetingId}::uuid end
    order by m.due_at, m.make_up_id`.execute(db)
  return rows
}
