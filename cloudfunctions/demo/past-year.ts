import type { MeetingKind } from '../meetings/contract'
import { addDays, type Day, dayIn, dayOf, type Month, momentOf, workdayFrom, yearUntil } from './calendar'
import { choose } from './chance'
import { minutesOf, type Occasion, roomOf } from './occasion'
import type { Branch } from './roster'
import type { Unit } from './rows'
import { topicOf } from './topics'

interface Rhythm {
  kind: MeetingKind
  /** In these months; without it in every one. */
  months?: readonly number[]
  /** The earliest day of the month. */
  from: number
}

/** 三会一课 and the rest at the cadence a branch owes (支部工作条例 第四章), spread over the month. */
const rhythms: readonly Rhythm[] = [
  { kind: 'committee-meeting', from: 3 },
  { kind: 'theme-day', from: 8 },
  { kind: 'group-meeting', from: 14 },
  { kind: 'lecture', months: [2, 5, 8, 11], from: 19 },
  { kind: 'assembly', months: [3, 6, 9, 12], from: 19 },
  { kind: 'group-study', months: [1, 4, 7, 10], from: 19 },
  { kind: 'appraisal-meeting', months: [1], from: 22 },
  { kind: 'life-meeting', months: [12], from: 23 },
]

/** Every meeting a branch held in the twelve full months before the day of `now`, and in this month before that day. */
export function pastYear(branch: Branch, now: Date): Occasion[] {
  const today = dayOf(now)
  return yearUntil(today).flatMap((month) => {
    const taken = new Set<Day>()
    return rhythms
      .filter(({ months }) => months?.includes(month.month) ?? true)
      .flatMap(({ kind, from }) => {
        // Branches shift by a day each, so that they do not all need the big room at once.
        const date = workdayFrom(addDays(dayIn(month, from), (branch.number - 1) % 3), taken)
        taken.add(date)
        if (date >= today) return []
        const units = kind === 'group-meeting' ? branch.groups : [branch.unit]
        return units.map((unit) => occasionOn(date, month, kind, branch, unit))
      })
  })
}

export function occasionOn(date: Day, month: Month, kind: MeetingKind, branch: Branch, unit: Unit): Occasion {
  const key = `meeting/${unit.name}/${kind}/${date}`
  const startsAt = momentOf(date, choose(`${key}/time`, ['09:30', '15:00', '15:00']))
  const [title, place = roomOf(branch, unit, month.month)] = topicOf(kind, month, key)
  return { key, branch, unit, kind, title, place, startsAt, minutes: minutesOf[kind] }
}
