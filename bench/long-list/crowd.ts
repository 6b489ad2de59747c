import { sql } from 'kysely'
import { type App, type OpenMeeting, openMeeting } from '../../e2e/app'
import { ask, signIn } from '../../e2e/browser'

/** An assembly of the first branch, which has grown by this many members. */
export async function openCrowdedMeeting({ origin, database }: App, people: number): Promise<OpenMeeting> {
  const { me } = await signIn(origin, 'secretary1')
  await sql`
    insert into organisation_members (org_id, member_id, unit_id, group_id, name, standing, created_at)
    select org_id, gen_random_uuid(), unit_id, null, '同志' || number, 'full', created_at
    from organisation_members, generate_series(1, ${people}) number where member_id = ${me.id}`.execute(database.db)
  return openMeeting(origin, '万人大会')
}

/** How long the list takes to come over the wire, and how long it is; with `since` only those who changed. */
export async function measureAnswer(
  { origin }: App,
  { meetingId, token }: OpenMeeting,
  since?: string,
): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now()
  const list = await ask(origin, token, 'meetings.attendance', { meetingId, ...(since && { since }) })
  return { ms: performance.now() - begun, bytes: Buffer.byteLength(JSON.stringify(list)) }
}
