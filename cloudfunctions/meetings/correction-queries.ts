import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { AttendanceState } from './contract'

export interface LineChangeRow {
  at: Date
  by: string | null
  action: string
  before: AttendanceState | null
  /** The state of the line, or of the request for leave. */
  state: string | null
  reason: string | null
  afterClose: boolean
}

// As the index `audit_entries_of_lines` names them: only then is it used.
const byHand = sql`action in ('meetings.recordAttendance', 'meetings.settleFlags', 'meetings.decideLeave', 'meetings.withdrawLeave', 'meetings.admit')`

/** What people changed by hand on one line, oldest first. */
export async function listLineChanges(db: Db, orgId: string, meetingId: string, memberId: string): Promise<LineChangeRow[]> {
  const { rows } = await sql<LineChangeRow>`
    select e.at, p.name as by, e.action, e.detail->>'before' as before, e.detail->>'state' as state, e.detail->>'reason' as reason,
      coalesce((e.detail->>'afterClose')::boolean, false) as "afterClose"
    from audit_entries e
    left join organisation_members p on p.org_id = ${orgId} and p.member_id = e.actor_id
    where e.org_id = ${orgId} and e.subject_id = ${meetingId} and e.${byHand} and (e.detail->>'memberId')::uuid = ${memberId}
    order by e.at, e.entry_id`.execute(db)
  return rows
}

/** Whose line was changed by hand after the close (更正). */
export async function listCorrected(db: Db, orgId: string, meetingId: string): Promise<Set<string>> {
  const { rows } = await sql<{ memberId: string }>`
    select distinct (e.detail->>'memberId')::uuid as "memberId"
    from audit_entries e
    where e.org_id = ${orgId} and e.subject_id = ${meetingId} and e.${byHand}
      and e.detail->>'afterClose' = 'true' and e.detail->>'before' is distinct from e.detail->>'state'`.execute(db)
  return new Set(rows.map((row) => row.memberId))
}
