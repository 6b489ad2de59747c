import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/kernel/database'
import { type Gathering, people } from './seed'

/** Throws where the tables do not hold everyone of the round exactly once, with what belongs to a check-in. */
export async function verifyOurs({ db }: Database, gatherings: Gathering[]): Promise<void> {
  const ids = gatherings.map((each) => each.meetingId)
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from meetings_attendances a where a.meeting_id = any(${ids}::uuid[])
        and a.state = 'present' and a.how = 'scan' and a.flags = '{}' and a.at is not null and a.request_id is not null)::int as attendances,
      (select count(distinct (e.subject_id, e.actor_id)) from audit_entries e where e.action = 'meetings.checkIn' and e.subject_id = any(${ids}::uuid[]))::int as audited,
      (select count(*) from audit_entries e where e.subject_id = any(${ids}::uuid[]))::int as "audit entries",
      (select count(*) from meetings_devices d where d.meeting_id = any(${ids}::uuid[]))::int as devices`.execute(db)
  expectPeople(rows[0])
}

export async function verifyBaseline({ db }: Database, gatherings: Gathering[]): Promise<void> {
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as attendances from baseline_attendances
    where meeting_id = any(${gatherings.map((each) => each.meetingId)}::uuid[])`.execute(db)
  expectPeople(rows[0])
}

function expectPeople(counts: Record<string, number> = {}) {
  for (const [what, count] of Object.entries(counts)) if (count !== people) throw new Error(`${count} ${what} instead of ${people}`)
}
