import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Place } from '../kernel/keyset'
import type { MessageKind } from './contract'

interface Whose {
  orgId: string
  memberId: string
}

export interface MessageRow {
  messageId: string
  kind: MessageKind
  subjectId: string
  title: string
  text: string
  at: Date
  read: boolean
}

/** A person's messages, the latest first, those said before this place. */
export async function listMessages(db: Db, { orgId, memberId }: Whose, before: Place | null, limit: number): Promise<MessageRow[]> {
  const earlier = before ? sql`(n.at, n.message_id::text collate "C") < (${before.at}::timestamptz, ${before.key}::text)` : sql`true`
  const { rows } = await sql<MessageRow>`
    select n.message_id as "messageId", n.kind, n.subject_id as "subjectId", n.title, n.text, n.at, n.read_at is not null as read
    from reminders_messages n
    where n.org_id = ${orgId} and n.member_id = ${memberId} and ${earlier}
    order by n.at desc, n.message_id::text collate "C" desc
    limit ${limit}`.execute(db)
  return rows
}

/** Counts to `most` and no further. */
export async function countUnread(db: Db, { orgId, memberId }: Whose, most: number): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select from reminders_messages where org_id = ${orgId} and member_id = ${memberId} and read_at is null limit ${most}) n`.execute(db)
  return rows[0]?.unread ?? 0
}

/** False where the person has no such message. */
export async function markRead(db: Db, { orgId, memberId }: Whose, messageId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update reminders_messages set read_at = coalesce(read_at, ${now}::timestamptz)
    where org_id = ${orgId} and member_id = ${memberId} and message_id = ${messageId}
    returning message_id`.execute(db)
  return rows.length > 0
}

/** How many were new. */
export async function markAllRead(db: Db, { orgId, memberId }: Whose, until: Date, now: Date): Promise<number> {
  const { rows } = await sql`
    update reminders_messages set read_at = ${now}::timestamptz
    where org_id = ${orgId} and member_id = ${memberId} and read_at is null and at <= ${until}::timestamptz
    returning message_id`.execute(db)
  return rows.length
}
