import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { mine, task } from '../../cloudfunctions/study/contract'
import { branchId, idOf } from './samples'

export const taskId = idOf(700)
const now = '2026-11-23T09:00:00+08:00'

type Line = OutputOf<typeof mine>['open'][number]
type Shown = OutputOf<typeof task>

const shared = {
  ...{ taskId, unitId: branchId, unitName: '第一党支部', kind: 'text' as const, title: '学习党章', state: 'published' as const },
  ...{ dueAt: '2026-11-30T18:00:00+08:00', requiredMinutes: 10, creditMinutes: 45 },
  ...{ passMark: null, questionCount: null, mostAttempts: null },
}
const progress = { seconds: 0, bestMark: null, attempts: 0, doneAt: null }

export const taskLine = (own: Partial<Line> = {}): Line => ({ ...shared, ...progress, ...own })

export const myStudy = (own: Partial<OutputOf<typeof mine>> = {}): OutputOf<typeof mine> => ({
  ...{ now, year: 2026, minutes: 720, hoursWanted: 32, open: [], done: [], more: false },
  ...own,
})

export const taskShown = (own: Partial<Shown> = {}): Shown => ({
  ...{ ...shared, now, text: '总纲', url: null, file: null, meeting: null, standings: ['full'], posts: [] },
  ...{ withdrawReason: null, mayManage: false, mine: { ...progress, note: null } },
  ...own,
})
