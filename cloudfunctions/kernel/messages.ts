import { sql } from 'kysely'
import type { Db } from './database'
import type { Row } from './schema'

type Message = Row<'reminders_messages'>

export interface NewMessage {
  memberIds: readonly string[]
  kind: Message['kind']
  /** What it is about, and what it opens. */
  subjectId: string
  /** Tells apart what is said of one subject several times: a version, a step. */
  step: string
  /** The date it speaks of, or when it happened. */
  dueAt: Date
  title: string
  text: string
}

/**
 * Puts a message into people's inboxes, in the transaction of what it tells of, and at once into the outbox for the channels outside.
 * The same message (person, kind, subject, step, date) is said once, however often it is written.
 */
export async function writeMessage(
  { db, actor, now }: { db: Db; now: Date; actor: { orgId: string } },
  message: NewMessage,
): Promise<void> {
  const { memberIds, kind, subjectId, step, dueAt, title, text } = message
  // Ids are made in the database here because the rows are.
  await sql`
    insert into reminders_messages (org_id, message_id, member_id, kind, subject_id, step, due_at, title, text, at, outside_at)
    select m.org_id, gen_random_uuid(), m.member_id, ${kind}, ${subjectId}::uuid, ${step}, ${dueAt}::timestamptz, ${title}, ${text},
      ${now}::timestamptz, ${now}::timestamptz
    from organisation_members m
    where m.org_id = ${actor.orgId} and m.member_id = any(${memberIds}::uuid[]) and m.erased_at is null
    on conflict (org_id, member_id, kind, subject_id, step, due_at) do nothing`.execute(db)
}
