import type { Part, Template } from '../../../../cloudfunctions/reviews/contract'
import { calendarDate, clockTime, momentOf } from '../../../ui/time'
import type { Round } from '../../words'
import { type Criterion, usualCriteria, usualTitle } from './defaults'

export type RaterPart = Exclude<Part, 'self'>
export const raterParts: readonly RaterPart[] = ['mutual', 'public', 'organisation']

/** A round while it is written. */
export interface Draft {
  unitId: string | undefined
  template: Template
  /** Null while it is the usual one of its template. */
  title: string | null
  criteria: Criterion[] | null
  raters: RaterPart[] | null
  minimumBallots: string
  comments: boolean
  /** 2026-12-02, in China. */
  date: string
  /** 18:00 */
  time: string
}

const week = 7 * 86_400_000

/** A new round, a week long. */
export const newDraft = (unitId: string | undefined, now: number): Draft => ({
  ...{ unitId, template: 'review', title: null, criteria: null, raters: null },
  ...{ minimumBallots: '5', comments: false },
  ...{ date: calendarDate(now + week), time: '18:00' },
})

/** A round as it was prepared. */
export const draftOf = ({ unitId, template, title, criteria, raters, minimumBallots, comments, closesAt }: Round): Draft => ({
  ...{ unitId, template, title, comments },
  criteria: criteria.map(({ name, weight }) => ({ name, weight: `${weight}` })),
  raters: raterParts.filter((part) => raters.includes(part)),
  minimumBallots: `${minimumBallots}`,
  ...{ date: calendarDate(closesAt), time: clockTime(closesAt) },
})

export const titleOf = ({ title, template }: Draft, now: number) => title ?? usualTitle(template, now)
export const criteriaOf = ({ criteria, template }: Draft) => criteria ?? usualCriteria(template)

export const ratersOf = ({ raters, template }: Draft): readonly RaterPart[] =>
  raters ?? (template === 'appraisal' ? raterParts : ['mutual', 'public'])

/** What is sent of it. */
export const settingOf = (draft: Draft, now: number) => ({
  title: titleOf(draft, now).trim(),
  criteria: criteriaOf(draft).map(({ name, weight }) => ({ name: name.trim(), weight: Number(weight) })),
  raters: [...ratersOf(draft)],
  minimumBallots: Number(draft.minimumBallots),
  comments: draft.comments,
  closesAt: momentOf(draft.date, draft.time),
})
