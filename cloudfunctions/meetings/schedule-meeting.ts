import type { WriteContext } from '../kernel/action'
import { record } from '../kernel/audit'
import type { ParsedInputOf } from '../kernel/contract'
import { newSecret } from '../kernel/ids'
import type { UnitKind } from '../organisation/contract'
import type { schedule } from './contract'
import { expects } from './meeting-kind'
import { addMeeting, expectPeople } from './queries'

const defaultMinutes = 60

type Plan = Omit<ParsedInputOf<typeof schedule>, 'requestId'>

/** Puts a permitted plan on the calendar, with those it expects; answers the meeting's id. */
export async function scheduleMeeting(
  context: WriteContext,
  unitKind: UnitKind,
  { unitId, kind, title, startsAt, place, ...plan }: Plan,
  seriesId: string | null,
): Promise<string> {
  const { db, actor, now, newId } = context
  const meetingId = newId()
  await addMeeting(db, {
    org_id: actor.orgId,
    meeting_id: meetingId,
    unit_id: unitId,
    kind,
    title,
    agenda: plan.agenda ?? '',
    place,
    starts_at: new Date(startsAt),
    duration_minutes: plan.durationMinutes ?? defaultMinutes,
    code_tag: newSecret(6),
    code_secret: newSecret(32),
    created_by: actor.memberId,
    created_at: now,
    series_id: seriesId,
    sign_out: plan.signOut ?? false,
  })
  await expectPeople(db, { orgId: actor.orgId, meetingId, unitId, who: expects(kind, unitKind), now })
  await record(context, meetingId, { unitId, kind, title, startsAt, place, ...(seriesId && { seriesId }) })
  return meetingId
}
