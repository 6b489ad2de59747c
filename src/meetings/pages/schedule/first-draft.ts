import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { MeetingKind, meeting } from '../../../../cloudfunctions/meetings/contract'
import { calendarDate, clockTime } from '../../../ui/time'
import type { Unit } from '../../units'
import type { Draft } from './draft'

const hour = 3_600_000

/** A new meeting, at the next full hour. */
export function newDraft(unit: Unit | undefined, now: number, kind?: MeetingKind): Draft {
  const start = Math.floor(now / hour) * hour + hour
  return {
    unitId: unit?.id,
    kind: kind ?? (unit?.kind === 'group' ? 'group-meeting' : undefined),
    title: '',
    date: calendarDate(start),
    time: clockTime(start),
    durationMinutes: 60,
    place: '',
    agenda: '',
    signOut: false,
    ...once(start),
  }
}

const quarter = 91 * 24 * hour

/** It is to be once; what would be asked first where it is not. */
const once = (start: number) => ({
  every: 'never' as const,
  ends: 'count' as const,
  count: 12,
  until: calendarDate(start + quarter),
})

/** A meeting as it stands, to be changed. */
export const draftOf = ({ unitId, kind, title, startsAt, durationMinutes, place, agenda, signOut }: OutputOf<typeof meeting>): Draft => ({
  unitId,
  kind,
  title,
  date: calendarDate(startsAt),
  time: clockTime(startsAt),
  durationMinutes,
  place,
  agenda,
  signOut,
  ...once(Date.parse(startsAt)),
})
