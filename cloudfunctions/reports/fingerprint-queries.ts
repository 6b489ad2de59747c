import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { fingerprintsOf, plainOf } from './fingerprints'
import { commonFrom } from './likeness'

const hashesOf = (text: string) => [...new Set(fingerprintsOf(plainOf(text)).map(({ hash }) => hash))]

/** Keeps a report's fingerprints: those of the text handed in now instead of those of `before`. */
export async function keepFingerprints(db: Db, orgId: string, reportId: string, text: string, before: string | null): Promise<void> {
  if (before !== null) await forgetFingerprints(db, orgId, reportId, before)
  await sql`
    insert into reports_fingerprints (org_id, hash, report_id)
    select ${orgId}::uuid, hash, ${reportId}::uuid from unnest(${hashesOf(text)}::int[]) as hash
    on conflict (org_id, hash, report_id) do nothing`.execute(db)
}

/** Takes out what this text of a report left. */
export async function forgetFingerprints(db: Db, orgId: string, reportId: string, text: string): Promise<void> {
  await sql`
    delete from reports_fingerprints
    where org_id = ${orgId} and hash = any(${hashesOf(text)}::int[]) and report_id = ${reportId}`.execute(db)
}

/** Which other reports hold these fingerprints: of each hash `commonFrom` at most, so that a phrase everybody uses costs no more than a rare one. */
export async function findFingerprints(db: Db, orgId: string, reportId: string, text: string) {
  const { rows } = await sql<{ hash: number; reportId: string }>`
    select asked.hash, found.report_id as "reportId"
    from unnest(${hashesOf(text)}::int[]) as asked(hash)
    cross join lateral (
      select f.report_id from reports_fingerprints f
      where f.org_id = ${orgId} and f.hash = asked.hash and f.report_id <> ${reportId}
      order by f.report_id
      limit ${commonFrom}) found`.execute(db)
  return rows
}

export interface ComparedRow {
  reportId: string
  memberId: string
  unitId: string
  name: string
  kind: string
  period: string
  title: string
  text: string
  submittedAt: Date
}

/** The latest text that was handed in of each of these reports, where it was before a moment. */
export async function listTexts(db: Db, orgId: string, reportIds: readonly string[], before: Date): Promise<ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select r.report_id as "reportId", r.member_id as "memberId", r.unit_id as "unitId", m.name, r.kind, r.period, v.title, v.text,
      v.submitted_at as "submittedAt"
    from reports r
    join organisation_members m on m.org_id = ${orgId} and m.member_id = r.member_id
    cross join lateral (
      select v.title, v.text, v.submitted_at from reports_versions v
      where v.org_id = ${orgId} and v.report_id = r.report_id
      order by v.version desc limit 1) v
    where r.org_id = ${orgId} and r.report_id = any(${reportIds}::uuid[]) and m.erased_at is null and v.submitted_at < ${before}`.execute(
    db,
  )
  return rows
}
