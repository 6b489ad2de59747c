import { sql } from 'kysely'
import type { Db } from '../kernel/database'

export interface AttachmentRow {
  fileId: string
  attachedAt: Date
  attachedBy: string
}

export async function listAttachments(db: Db, orgId: string, meetingId: string): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`
    select a.file_id as "fileId", a.attached_at as "attachedAt", m.name as "attachedBy"
    from meetings_attachments a
    join organisation_members m on m.org_id = ${orgId} and m.member_id = a.attached_by
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId}
    order by a.attached_at, a.file_id`.execute(db)
  return rows
}

interface NewAttachment {
  org_id: string
  meeting_id: string
  file_id: string
  attached_by: string
  attached_at: Date
}

export const addAttachment = (db: Db, row: NewAttachment) => db.insertInto('meetings_attachments').values(row).execute()

/** Whether it was attached. */
export async function removeAttachment(db: Db, orgId: string, meetingId: string, fileId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('meetings_attachments')
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
