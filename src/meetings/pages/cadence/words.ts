import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { CadenceKind, cadence, cadenceBoard, Rhythm } from '../../../../cloudfunctions/meetings/cadence-contract'
import { calendarDate } from '../../../ui/time'

export type Year = OutputOf<typeof cadence>
export type Line = Year['lines'][number]
export type Cell = Line['cells'][number]
export type BranchLine = OutputOf<typeof cadenceBoard>['branches'][number]

/** Short enough for a table's head. */
export const kindNames: Record<CadenceKind, string> = {
  assembly: '党员大会',
  'committee-meeting': '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'theme-day': '主题党日',
  'life-meeting': '组织生活会',
  'appraisal-meeting': '民主评议会',
}

export const rhythmNames: Record<Rhythm, string> = { month: '每月一次', quarter: '每季度一次', year: '每年一次' }

const quarters = ['一季度', '二季度', '三季度', '四季度']

/** 3月, 一季度, 全年: the period of a line's cell. */
export const periodName = (rhythm: Rhythm, index: number) =>
  ({ month: `${index + 1}月`, quarter: quarters[index] ?? '', year: '全年' })[rhythm]

/** What became of a period, in words that need no colour. */
export function cellWord({ state, owed, missing, held, planned }: Cell): string {
  if (state === 'done') return `✓ ${held}次`
  if (state === 'none') return '—'
  // Several groups: how many of them have met already.
  const some = owed > 1 && missing.length < owed ? `${owed - missing.length}/${owed} ` : ''
  if (state === 'coming') return planned ? `${some}已安排` : '未到'
  return `${some}${state === 'owed' ? '待召开' : '逾期'}`
}

/** Whether there is anything to look at or to do behind it. */
export const hasMore = ({ state, held, planned }: Cell) => state !== 'none' || held + planned > 0

/** What a branch needs, in a sentence; nothing is said of what is well. */
export function needsOf({ tallies }: BranchLine): string {
  return tallies
    .filter(({ overdue }) => overdue > 0)
    .map(({ kind, overdue }) => `${kindNames[kind]} ${overdue}`)
    .join('、')
}

/** Whether a meeting began in a period, in China. */
export function isIn(startsAt: string, rhythm: Rhythm, index: number): boolean {
  const month = Number(calendarDate(startsAt).slice(5, 7)) - 1
  return { month: month === index, quarter: Math.floor(month / 3) === index, year: true }[rhythm]
}

/** What a cell says once there is room for it. */
export function cellSentence({ state, owed, missing, held, planned }: Cell): string {
  const done = held ? `已召开 ${held} 次` : ''
  if (state === 'done') return `${done}。`
  if (state === 'none') return '这一期没有应召开的会议。'
  const lacking = owed > 1 ? `${missing.length} 个党小组` : ''
  const rest = {
    coming: planned ? `已安排 ${planned} 次` : '还没有到时间',
    owed: `${lacking}本期还没有召开`,
    overdue: `${lacking}没有召开记录，如已召开可以补录`,
  }[state]
  return `${[done, rest].filter(Boolean).join('，')}。`
}
