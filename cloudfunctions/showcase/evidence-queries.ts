import { sql } from 'kysely'
import type { Db } from '../kernel/database'

export interface EvidenceRow {
  subjectId: string
  fileId: string | null
  url: string | null
  title: string
}

export async function listEvidence(db: Db, orgId: string, subjectIds: readonly string[]): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select subject_id as "subjectId", file_id as "fileId", url, title from showcase_evidence
    where org_id = ${orgId} and subject_id = any(${subjectIds}::uuid[])
    order by subject_id, place`.execute(db)
  return rows
}

interface NewEvidence {
  org_id: string
  subject_id: string
  place: number
  member_id: string
  file_id: string | null
  url: string | null
  title: string
  added_at: Date
}

export async function addEvidence(db: Db, rows: NewEvidence[]): Promise<void> {
  if (rows.length) await db.insertInto('showcase_evidence').values(rows).execute()
}

export const removeEvidence = (db: Db, orgId: string, subjectId: string) =>
  db.deleteFrom('showcase_evidence').where('org_id', '=', orgId).where('subject_id', '=', subjectId).execute()
