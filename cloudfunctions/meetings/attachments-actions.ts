import { holdOwnFile, letGoOfFile, linkFiles } from '../files'
import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import * as contract from './attachments-contract'
import { addAttachment, listAttachments, removeAttachment } from './attachments-queries'
import { lockPermitted } from './permitted-meeting'
import { findMeeting, isParticipant } from './queries'

/** Photos and files of a meeting: attached before, during or after it; the trail says by whom and in which state it was. */
export const attachmentsActions: Implementation[] = [
  read(contract.attachments, async ({ meetingId }, context) => {
    const { db, actor } = context
    const meeting = await findMeeting(db, actor.orgId, meetingId)
    if (!meeting) throw new AppError('NOT_FOUND')
    const target = { unitId: meeting.unitId, participant: await isParticipant(db, actor.orgId, meetingId, actor.memberId) }
    await permit(context, target)
    const rows = await listAttachments(db, actor.orgId, meetingId)
    const attached = new Map(rows.map((row) => [row.fileId, row]))
    const files = await linkFiles(context, [...attached.keys()])
    return {
      mayChange: meeting.state !== 'cancelled' && (await may(context, contract.attach.name, target)),
      files: files.flatMap((file) => {
        const row = attached.get(file.fileId)
        return row ? [{ ...file, attachedAt: toMoment(row.attachedAt), attachedBy: row.attachedBy }] : []
      }),
    }
  }),

  write(contract.attach, async ({ meetingId, fileId }, context) => {
    const { db, actor, now } = context
    // The lock lets two who attach at once count one after the other.
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    const attached = await listAttachments(db, actor.orgId, meetingId)
    if (attached.some((each) => each.fileId === fileId)) return {}
    if (attached.length >= contract.mostAttachments) throw new AppError('ATTACHMENTS_FULL')
    const { name } = await holdOwnFile(context, fileId)
    await addAttachment(db, {
      org_id: actor.orgId,
      meeting_id: meetingId,
      file_id: fileId,
      attached_by: actor.memberId,
      attached_at: now,
    })
    await record(context, meetingId, { fileId, name, state: meeting.state })
    return {}
  }),

  write(contract.detach, async ({ meetingId, fileId }, context) => {
    const { db, actor } = context
    const meeting = await lockPermitted(context, meetingId)
    const [file] = await linkFiles(context, [fileId])
    if (!(await removeAttachment(db, actor.orgId, meetingId, fileId))) return {}
    await letGoOfFile(context, fileId)
    await record(context, meetingId, { fileId, name: file?.name, state: meeting.state })
    return {}
  }),
]
