import type { Person } from './organisation'
import type { World } from './world'

/** The facts of a meeting about a person (null: about the unit), as recorded, oldest first. */
export async function factsOf({ database }: World, meetingId: string, person: Person | null) {
  const rows = await database.db
    .selectFrom('facts')
    .selectAll()
    .where('evidence_id', '=', meetingId)
    .where('member_id', person ? '=' : 'is', person?.memberId ?? null)
    .execute()
  // Of facts of one moment the reversal comes before what holds now.
  return rows.sort(
    (a, b) => a.recorded_at.getTime() - b.recorded_at.getTime() || Number(a.reverses_id === null) - Number(b.reverses_id === null),
  )
}

/** The kinds of a person's facts, a reversed one with a minus: what an evaluation adds up. */
export const kindsOf = async (world: World, meetingId: string, person: Person | null) =>
  (await factsOf(world, meetingId, person)).map(({ kind, reverses_id }) => (reverses_id ? `-${kind}` : kind))

/** The audit trail of a meeting, oldest first. */
export async function auditOf({ database }: World, meetingId: string) {
  const rows = await database.db
    .selectFrom('audit_entries')
    .selectAll()
    .where('subject_id', '=', meetingId)
    .orderBy('at')
    .orderBy('entry_id')
    .execute()
  return rows.map(({ action, actor_id, detail }) => ({ action, actor: actor_id, detail }))
}

/** One person's line of the list. */
export async function lineOf({ database }: World, meetingId: string, { memberId }: Person) {
  return database.db
    .selectFrom('meetings_attendances')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}
