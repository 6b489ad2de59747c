import type { Context, WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import type { RefusalCode } from '../kernel/refusals'
import { findMeeting, findPlace, lockMeeting, type Meeting, type Place } from '../meetings'
import type { MotionState } from './contract'
import { findMotion, type MotionRow } from './queries'

interface Permitted {
  motion: MotionRow
  meeting: Meeting
  /** The caller's, where they are on the meeting's list. */
  place: Place | undefined
}

/** The motion and its meeting, once the caller is known to be allowed to do this to it. */
export async function readPermitted(context: Context, motionId: string): Promise<Permitted> {
  const { db, actor } = context
  const motion = await findMotion(db, actor.orgId, motionId)
  const meeting = motion && (await findMeeting(db, actor.orgId, motion.meetingId))
  if (!meeting) throw new AppError('NOT_FOUND')
  const place = await findPlace(db, actor.orgId, meeting.meetingId, actor.memberId)
  await permit(context, { unitId: meeting.unitId, participant: place !== undefined })
  return { motion, meeting, place }
}

/** The same, locked until the transaction ends: first the meeting, then the motion, always in this order. */
export async function lockPermitted(context: WriteContext, motionId: string): Promise<Omit<Permitted, 'place'>> {
  const { db, actor } = context
  const found = await findMotion(db, actor.orgId, motionId)
  const meeting = found && (await lockMeeting(db, actor.orgId, found.meetingId))
  const motion = meeting && (await findMotion(db, actor.orgId, motionId, true))
  if (!motion) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: meeting.unitId })
  return { motion, meeting }
}

/** Why a motion in this state takes no vote, no count and no close. */
export const refusalOf = {
  put: 'VOTING_NOT_OPEN',
  voting: 'VOTING_NOT_CLOSED',
  closed: 'VOTING_CLOSED',
  withdrawn: 'MOTION_WITHDRAWN',
} as const satisfies Record<MotionState, RefusalCode>
