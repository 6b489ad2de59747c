import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** The one place that says who may vote and who is there: counted, with a vote, arrived (also admitted from afar). */
const entitled = sql`a.counted and a.votes`
const present = sql`a.state in ('present', 'late')`

/** Those who may vote now, as a subquery of member ids. */
export const presentVoters = (orgId: string, meetingId: string) => sql`(
  select a.member_id from meetings_attendances a
  where a.org_id = ${orgId} and a.meeting_id = ${meetingId} and ${entitled} and ${present})`

export interface Place {
  entitled: boolean
  present: boolean
}

/** A person's place as a voter; undefined where they are not on the meeting's list. */
export async function findPlace(db: Db, orgId: string, meetingId: string, memberId: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select ${entitled} as entitled, ${present} as present from meetings_attendances a
    where a.org_id = ${orgId} and a.meeting_id = ${meetingId} and a.member_id = ${memberId}`.execute(db)
  return rows[0]
}
