import { sql } from 'kysely'
import type { Db } from '../kernel/database'

export interface NoteRow {
  text: string
  revision: number
  savedAt: Date
}

export async function findNote(db: Db, orgId: string, taskId: string, memberId: string): Promise<NoteRow | undefined> {
  const { rows } = await sql<NoteRow>`
    select text, revision, saved_at as "savedAt" from study_notes
    where org_id = ${orgId} and task_id = ${taskId} and member_id = ${memberId}`.execute(db)
  return rows[0]
}

/** Keeps the note as the revision after the one it was written on; undefined where that is no longer the latest. */
export async function putNote(
  db: Db,
  key: { orgId: string; taskId: string; memberId: string },
  { text, revision }: Pick<NoteRow, 'text' | 'revision'>,
  now: Date,
): Promise<Omit<NoteRow, 'text'> | undefined> {
  const kept = sql`returning revision, saved_at as "savedAt"`
  const { orgId, taskId, memberId } = key
  const { rows } =
    revision === 0
      ? await sql<NoteRow>`
        insert into study_notes (org_id, task_id, member_id, text, revision, saved_at)
        values (${orgId}, ${taskId}, ${memberId}, ${text}, 1, ${now})
        on conflict (org_id, task_id, member_id) do nothing ${kept}`.execute(db)
      : await sql<NoteRow>`
        update study_notes set text = ${text}, revision = revision + 1, saved_at = ${now}
        where org_id = ${orgId} and task_id = ${taskId} and member_id = ${memberId} and revision = ${revision} ${kept}`.execute(db)
  return rows[0]
}
