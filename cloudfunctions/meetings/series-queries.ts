import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { MeetingState } from './contract'
import type { MeetingRow } from './queries'

export interface SeriesRow {
  meetingId: string
  title: string
  startsAt: Date
  state: MeetingState
  place: string
}

export async function listSeries(db: Db, orgId: string, seriesId: string): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select meeting_id as "meetingId", title, starts_at as "startsAt", state, place
    from meetings where org_id = ${orgId} and series_id = ${seriesId}
    order by starts_at, meeting_id`.execute(db)
  return rows
}

/**
 * A meeting and those after it in its series that are not open yet, locked until the transaction ends.
 * They are locked in their order, so that two who change overlapping parts wait for each other and not both.
 */
export async function lockFollowing(db: Db, orgId: string, { meetingId, seriesId, startsAt }: MeetingRow): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select meeting_id as "meetingId", title, starts_at as "startsAt", state, place
    from meetings
    where org_id = ${orgId} and state = 'scheduled'
      and (meeting_id = ${meetingId} or (series_id = ${seriesId}::uuid and starts_at > ${startsAt}::timestamptz))
    order by starts_at, meeting_id
    for update`.execute(db)
  return rows
}
