import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { Grade, Part, results, round, rounds, Template } from '../../cloudfunctions/reviews/contract'
import { type KeptBallot, standingOf } from '../platform/kept-ballots'

export type Round = OutputOf<typeof round>
export type RoundSummary = OutputOf<typeof rounds>['rounds'][number]
export type Results = OutputOf<typeof results>
export type SubjectResult = Results['subjects'][number]

export const templateNames: Record<Template, string> = { review: '一评', appraisal: '民主评议党员', fusion: '融合成效' }
export const partNames: Record<Part | 'all', string> = {
  self: '自评',
  mutual: '党员互评',
  public: '群众评议',
  organisation: '组织评价',
  all: '全部',
}
export const gradeNames: Record<Grade, string> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
}

type Tone = 'plain' | 'success' | 'warning'

/** Where one subject stands: what the phone has of it, and whether a token was asked for with another phone. */
export function standingWords(kept: KeptBallot | undefined, issued: boolean): { text: string; tone: Tone } {
  if (!kept) return issued ? { text: '已在别处领票', tone: 'warning' } : { text: '未评', tone: 'plain' }
  switch (standingOf(kept)) {
    case 'sent':
      return { text: '已送达', tone: 'success' }
    case 'waiting':
      return { text: '待发送', tone: 'plain' }
    case 'needs-token':
      return { text: '待领票', tone: 'warning' }
    case 'trouble':
      return { text: '没有送达', tone: 'warning' }
  }
}
