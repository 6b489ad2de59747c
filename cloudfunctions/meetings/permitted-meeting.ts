import type { Context, WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { announceChange } from '../kernel/changes'
import { permit } from '../kernel/permit'
import type { RefusalCode } from '../kernel/refusals'
import { findUnitKind } from '../organisation'
import type { UnitKind } from '../organisation/contract'
import type { MeetingKind, MeetingState } from './contract'
import { meetingKind } from './meeting-kind'
import { findMeeting, isParticipant, type MeetingRow } from './queries'
import { wallTopic } from './wall-topic'

/** The meeting, locked until the transaction ends, once the caller is known to be allowed to change it. */
export async function lockPermitted(context: WriteContext, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeeting(context.db, context.actor.orgId, meetingId, true)
  if (!meeting) throw new AppError('NOT_FOUND')
  const participant = await isParticipant(context.db, context.actor.orgId, meetingId, context.actor.memberId)
  await permit(context, { unitId: meeting.unitId, participant })
  return meeting
}

/** The meeting, once the caller is known to be allowed to read what the action reads of it. */
export async function readPermitted(context: Context, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeeting(context.db, context.actor.orgId, meetingId)
  if (!meeting) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: meeting.unitId })
  return meeting
}

/** What kind of unit this is, once the caller is known to be allowed to arrange there and the unit may hold such a meeting. */
export async function permitKind(context: Context, unitId: string, kind: MeetingKind): Promise<UnitKind> {
  await permit(context, { unitId })
  const unitKind = await findUnitKind(context.db, context.actor.orgId, unitId)
  if (!unitKind) throw new AppError('NOT_FOUND')
  if (meetingKind[kind].units.includes(unitKind)) return unitKind
  throw kind === 'group-meeting' ? new AppError('NO_GROUP') : new AppError('INVALID_INPUT', { kind: '这类会议不能由该组织召开' })
}

/** Why something that needs another state is refused. */
export const refusalOf = {
  scheduled: 'CONFLICT',
  open: 'ALREADY_OPEN',
  closed: 'ALREADY_CLOSED',
  cancelled: 'MEETING_CANCELLED',
} as const satisfies Record<MeetingState, RefusalCode>

export function refuseUnlessOpen({ state }: MeetingRow): void {
  if (state !== 'open') throw new AppError(state === 'scheduled' ? 'MEETING_NOT_OPEN' : refusalOf[state])
}

/** Wakes the meeting's walls once the change is committed. */
export const announceAfterCommit = (context: WriteContext, meetingId: string) =>
  context.afterCommit(() => announceChange(wallTopic(context.actor.orgId, meetingId)))
