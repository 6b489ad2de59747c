import { sql } from 'kysely'
import type { World } from './world'

/** Counts every change of an attendance line: what the database itself saw, not what the code says it did. */
export async function countLineChanges({ database: { db } }: World): Promise<void> {
  await sql`create table line_changes (meeting_id uuid, member_id uuid, state text)`.execute(db)
  await sql`create function note_line_change() returns trigger language plpgsql as $$ begin
    insert into line_changes values (new.meeting_id, new.member_id, new.state); return new; end $$`.execute(db)
  await sql`create trigger note_line_change after update on meetings_attendances for each row execute function note_line_change()`.execute(
    db,
  )
}

/** How often each person's line of a meeting became `state`, by member; nobody whose line never did. */
export async function changesIn({ database: { db } }: World, meetingId: string, state: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ memberId: string; changes: number }>`
    select member_id as "memberId", count(*)::int as changes from line_changes
    where meeting_id = ${meetingId} and state = ${state} group by member_id`.execute(db)
  return new Map(rows.map(({ memberId, changes }) => [memberId, changes]))
}
