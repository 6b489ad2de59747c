import { meetingDates, type Repetition, weekOf } from '../../../../cloudfunctions/meetings/repetition'
import { mostInSeries, type RepetitionStep } from '../../../../cloudfunctions/meetings/series-contract'
import { momentOf, weekdayName } from '../../../ui/time'
import type { Draft } from './draft'

/** The repetition a draft asks for; undefined where it is to be once. */
export function repetitionOf({ every, ends, count, until }: Draft): Repetition | undefined {
  if (every === 'never') return undefined
  return ends === 'count' ? { every, count } : { every, until }
}

/** When the meetings of a draft would be. */
export function datesOf(draft: Draft): Date[] {
  const first = new Date(momentOf(draft.date, draft.time))
  const repetition = repetitionOf(draft)
  return repetition ? meetingDates(first, repetition) : [first]
}

/** Each way to repeat, in words that name the draft's own day. */
export function stepNames(date: string): Record<'never' | RepetitionStep, string> {
  const day = Number(date.slice(8, 10))
  const weekday = weekdayName(momentOf(date, '12:00'))
  const week = ['一', '二', '三', '四', '五'][weekOf(day) - 1]
  return { never: '不重复', week: `每${weekday}`, 'month-day': `每月${day}日`, 'month-weekday': `每月第${week}个${weekday}` }
}

export const counts = [3, 6, 12, mostInSeries]
