import { type RawBuilder, sql } from 'kysely'
import { dayStart } from './days'

/** What is said of a duty as its date comes closer and has passed; `soon` is half an hour before a meeting. */
export type Step = 'three-days' | 'one-day' | 'today' | 'soon' | 'overdue'

const minute = 60_000
const day = 24 * 60 * minute

/** A duty later overdue than this before it is first seen is no news to the person: the digest names it. In ms. */
export const overdueNews = 31 * day

/**
 * The step a duty `d` stands in at `now`, or null: the last one it crossed, never one before. Days are China's. A meeting is spoken of until it
 * begins, from the day before; a round lets nobody in after its close, so it is never overdue.
 */
export const stepOf = (now: Date): RawBuilder<Step | null> => sql`
  case when d.kind = 'meeting' then
    case when d.due_at <= ${at(now)} then null
      when d.due_at <= ${at(new Date(now.getTime() + 30 * minute))} then 'soon'
      when d.due_at < ${at(dayStart(now, 2))} then 'one-day' end
  else
    case when d.due_at <= ${at(new Date(now.getTime() - overdueNews))} then null
      when d.due_at < ${at(now)} then case when d.kind <> 'review' then 'overdue' end
      when d.due_at < ${at(dayStart(now, 1))} then 'today'
      when d.due_at < ${at(dayStart(now, 2))} then 'one-day'
      when d.due_at < ${at(dayStart(now, 4))} then 'three-days' end
  end`

/** Whether a date is near enough for any step: by this much each table is narrowed. */
export const nearby = (column: RawBuilder<unknown>, now: Date): RawBuilder<boolean> =>
  sql`(${column} > ${at(new Date(now.getTime() - overdueNews))} and ${column} < ${at(dayStart(now, 4))})`

/** Whatever was said of a duty that stands in a step now was said after this. */
export const oldest = (now: Date) => new Date(now.getTime() - overdueNews - 4 * day)

const at = (moment: Date) => sql`${moment}::timestamptz`
