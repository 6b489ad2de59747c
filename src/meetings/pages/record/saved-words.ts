import { clockTime, dayAndTime } from '../../../ui/time'
import type { MeetingRecord } from './content'
import type { RecordDraft } from './use-record-draft'

type Progress = Pick<RecordDraft, 'kept' | 'busy' | 'error' | 'savedAt' | 'conflicts'>

/** Where what was typed is now, in the words of whoever typed it. */
export function savedWords({ kept, busy, error, savedAt, conflicts }: Progress, { draft }: Pick<MeetingRecord, 'draft'>): string {
  if (busy) return '正在保存'
  if (kept && conflicts.length) return '等您选择'
  if (kept && error?.offline) return '已存在手机上，联网后保存'
  if (kept) return '将自动保存'
  if (savedAt) return `已保存 ${clockTime(savedAt)}`
  return draft ? `${draft.savedBy} ${dayAndTime(draft.savedAt)}保存` : ''
}
