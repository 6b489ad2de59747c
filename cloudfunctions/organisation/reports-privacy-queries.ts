import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** What the person wrote to the organisation, drafts too, and what they owed. */
export async function collectReports(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(json_build_object('kind', r.kind, 'period', r.period, 'title', r.title, 'text', r.text, 'state', r.state,
          'savedAt', r.saved_at, 'submittedAt', r.submitted_at) order by r.created_at)
         from reports r where r.org_id = ${orgId} and r.member_id = ${memberId}) as reports,
      (select json_agg(json_build_object('kind', o.kind, 'period', o.period, 'dueAt', o.due_at, 'handedInAt', o.handed_in_at) order by o.due_at)
         from reports_owed o where o.org_id = ${orgId} and o.member_id = ${memberId}) as "reportsOwed"`.execute(db)
  return rows[0] ?? {}
}

/** Drafts go; of what was handed in it stays that it was, without a word of it. */
export async function eraseReports(db: Db, orgId: string, memberId: string): Promise<void> {
  const mine = sql`select report_id from reports where org_id = ${orgId} and member_id = ${memberId}`
  await sql`delete from reports_owed where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  await sql`delete from reports_fingerprints where org_id = ${orgId} and report_id in (${mine})`.execute(db)
  // The sweep that follows takes files nothing holds; others' are not among these.
  await sql`
    with gone as (delete from reports_attachments where org_id = ${orgId} and report_id in (${mine}) returning file_id)
    update files set loose_since = to_timestamp(0), name = '（已删除）'
    where org_id = ${orgId} and uploaded_by = ${memberId} and file_id in (select file_id from gone)`.execute(db)
  await sql`update reports_versions set title = '（已删除）', text = '（已删除）'
    where org_id = ${orgId} and report_id in (${mine})`.execute(db)
  await sql`update reports_decisions set comment = null where org_id = ${orgId} and report_id in (${mine})`.execute(db)
  await sql`delete from reports where org_id = ${orgId} and member_id = ${memberId} and state = 'draft'
    and not exists (select from reports_versions v where v.org_id = ${orgId} and v.report_id = reports.report_id)`.execute(db)
  await sql`update reports set title = '（已删除）', text = '（已删除）' where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
}
