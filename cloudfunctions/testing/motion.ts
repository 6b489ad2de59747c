import { newId } from '../kernel/ids'
import type { MotionKind, MotionState } from '../motions/contract'
import type { Meeting } from './meeting'
import type { World } from './world'

export interface Motion {
  motionId: string
}

interface NewMotion {
  kind?: MotionKind
  state?: Exclude<MotionState, 'closed'>
}

/** A motion of a meeting, put by nobody in particular: to be voted on by phone unless said otherwise, and not opened yet. */
export async function addMotion(
  { database, clock }: World,
  { orgId, meetingId }: Meeting,
  { kind = 'open', state = 'put' }: NewMotion = {},
): Promise<Motion> {
  const motionId = newId()
  const now = clock.now()
  const opened_at = state === 'voting' ? now : null
  await database.db
    .insertInto('motions')
    .values({
      org_id: orgId,
      motion_id: motionId,
      meeting_id: meetingId,
      text: '通过年度工作计划',
      kind,
      state,
      put_by: null,
      put_at: now,
      opened_at,
    })
    .execute()
  return { motionId }
}
