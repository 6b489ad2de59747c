import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** What was said to the person, how often more WeChat may say it, and whether their calendar has an address; never the address. */
export async function collectMessages(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(json_build_object('kind', n.kind, 'title', n.title, 'text', n.text, 'at', n.at, 'readAt', n.read_at) order by n.at)
         from reminders_messages n where n.org_id = ${orgId} and n.member_id = ${memberId}) as messages,
      (select json_build_object('madeAt', f.made_at, 'whole', f.whole)
         from reminders_feeds f where f.org_id = ${orgId} and f.member_id = ${memberId}) as calendar,
      (select json_agg(json_build_object('template', q.template, 'remaining', q.remaining, 'changedAt', q.changed_at))
         from reminders_quotas q where q.org_id = ${orgId} and q.member_id = ${memberId}) as permissions,
      (select json_agg(json_build_object('template', e.template, 'change', e.change, 'why', e.why, 'at', e.at) order by e.at)
         from reminders_quota_entries e where e.org_id = ${orgId} and e.member_id = ${memberId}) as "permissionsUsed"`.execute(db)
  return rows[0] ?? {}
}

/** Empties their inbox, ends their calendar, and blanks what others were told of them by name. */
export async function eraseMessages(db: Db, orgId: string, memberId: string): Promise<void> {
  const mine = sql`select message_id from reminders_messages where org_id = ${orgId} and member_id = ${memberId}`
  await sql`delete from reminders_deliveries where org_id = ${orgId} and message_id in (${mine})`.execute(db)
  for (const table of ['reminders_messages', 'reminders_quotas', 'reminders_quota_entries', 'reminders_feeds', 'directory_feeds'])
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  // Somebody of the same name loses a message that was read long ago; that is less than keeping a name that was to go.
  await sql`update reminders_messages n set text = '（已删除）', title = case when position(m.name in n.title) > 0 then '（已删除）' else n.title end
    from organisation_members m
    where n.org_id = ${orgId} and m.org_id = ${orgId} and m.member_id = ${memberId} and position(m.name in n.title || n.text) > 0`.execute(
    db,
  )
}
