import { holdOwnFile, letGoOfFile, linkFiles } from '../files'
import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import type { ParsedInputOf } from '../kernel/contract'
import { findMeeting } from '../meetings'
import { fitsKind } from './material-kind'
import type { saveTask } from './task-contract'
import type { TaskRow } from './task-queries'

type Sent = Omit<ParsedInputOf<typeof saveTask>, 'taskId' | 'requestId'>

/** What a task of this kind is made of and asks, and nothing of what others are; holds its file and lets go of the one before. */
export async function materialOf(context: WriteContext, sent: Sent, before: TaskRow | undefined) {
  const { kind, passMark = null, questionCount = null, mostAttempts = null } = sent
  const url = kind === 'link' ? sent.url : undefined
  if (kind === 'link' && !url) throw new AppError('INVALID_INPUT', { url: '请填写网址' })
  if ((passMark === null) !== (questionCount === null)) throw new AppError('INVALID_INPUT', { passMark: '请填写题数和合格分' })
  const ofMeeting = kind === 'meeting'
  return {
    url: url ?? null,
    file_id: await fileOf(context, sent, before?.fileId ?? null),
    meeting_id: ofMeeting ? await meetingOf(context, sent) : null,
    required_minutes: ofMeeting ? 0 : sent.requiredMinutes,
    ...(ofMeeting || passMark === null
      ? { pass_mark: null, question_count: null, most_attempts: null }
      : { pass_mark: passMark, question_count: questionCount, most_attempts: mostAttempts }),
  }
}

async function fileOf(context: WriteContext, { kind, fileId }: Sent, before: string | null): Promise<string | null> {
  const wanted = kind === 'file' || kind === 'video' ? fileId : undefined
  if ((kind === 'file' || kind === 'video') && !wanted) throw new AppError('INVALID_INPUT', { fileId: '请上传文件' })
  if (before && before !== wanted) await letGoOfFile(context, before)
  if (!wanted) return null
  if (wanted !== before) await holdOwnFile(context, wanted)
  const [file] = await linkFiles(context, [wanted])
  if (!file || !fitsKind(kind, file.type)) throw new AppError('FILE_TYPE_REFUSED')
  return wanted
}

async function meetingOf({ db, actor }: WriteContext, { unitId, meetingId }: Sent): Promise<string> {
  const meeting = meetingId ? await findMeeting(db, actor.orgId, meetingId) : undefined
  if (!meeting || meeting.unitId !== unitId) throw new AppError('INVALID_INPUT', { meetingId: '请选择这个组织的一次会议' })
  if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
  return meeting.meetingId
}
