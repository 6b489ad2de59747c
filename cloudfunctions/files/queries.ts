import { sql } from 'kysely'
import type { FileType } from '../kernel/contract'
import type { Db } from '../kernel/database'

export interface FileRow {
  fileId: string
  name: string
  type: FileType
  bytes: number
  place: string
}

interface NewFile {
  org_id: string
  file_id: string
  name: string
  type: FileType
  bytes: number
  sha256: string
  uploaded_by: string
  uploaded_at: Date
}

/** Writes down that bytes are about to be kept: whatever goes wrong from here on, the row leads the sweep to them. */
export const announceFile = (db: Db, row: NewFile) =>
  db
    .insertInto('files')
    .values({ ...row, place: null, loose_since: row.uploaded_at })
    .execute()

export const setPlace = (db: Db, orgId: string, fileId: string, place: string) =>
  db.updateTable('files').set({ place }).where('org_id', '=', orgId).where('file_id', '=', fileId).execute()

export const forgetFile = (db: Db, orgId: string, fileId: string) =>
  db.deleteFrom('files').where('org_id', '=', orgId).where('file_id', '=', fileId).execute()

/** How many files of this person are attached to nothing. */
export async function countLoose(db: Db, orgId: string, memberId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from files
    where org_id = ${orgId} and uploaded_by = ${memberId} and loose_since is not null`.execute(db)
  return rows[0]?.count ?? 0
}

const columns = sql`file_id as "fileId", name, type, bytes, place`

/** The files among these whose bytes are kept, in the order asked for. */
export async function findFiles(db: Db, orgId: string, fileIds: string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select ${columns} from files
    where org_id = ${orgId} and file_id = any(${fileIds}::uuid[]) and place is not null
    order by array_position(${fileIds}::uuid[], file_id)`.execute(db)
  return rows
}

/** Like `findFiles`, but only those this person uploaded and nothing holds. */
export async function findLoose(db: Db, orgId: string, memberId: string, fileIds: string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select ${columns} from files
    where org_id = ${orgId} and uploaded_by = ${memberId} and file_id = any(${fileIds}::uuid[])
      and place is not null and loose_since is not null
    order by array_position(${fileIds}::uuid[], file_id)`.execute(db)
  return rows
}

/** Takes this person's loose file out of the sweep's reach; undefined where there is none, or somebody else was faster. */
export async function holdFile(db: Db, orgId: string, memberId: string, fileId: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    update files set loose_since = null
    where org_id = ${orgId} and file_id = ${fileId} and uploaded_by = ${memberId} and place is not null and loose_since is not null
    returning ${columns}`.execute(db)
  return rows[0]
}

export const looseFile = (db: Db, orgId: string, fileId: string, now: Date) =>
  db.updateTable('files').set({ loose_since: now }).where('org_id', '=', orgId).where('file_id', '=', fileId).execute()

/** Deletes the rows of files that were loose since before, and answers what they were. */
export async function takeLooseSince(db: Db, orgId: string, before: Date): Promise<{ fileId: string; place: string | null }[]> {
  const { rows } = await sql<{ fileId: string; place: string | null }>`
    delete from files where org_id = ${orgId} and loose_since < ${before}
    returning file_id as "fileId", place`.execute(db)
  return rows
}
