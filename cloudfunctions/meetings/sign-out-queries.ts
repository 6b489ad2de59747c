import type { Db } from '../kernel/database'

export interface SignOutRow {
  at: Date
  how: 'scan' | 'offline'
  requestId: string
}

export const findSignOut = (db: Db, orgId: string, meetingId: string, memberId: string): Promise<SignOutRow | undefined> =>
  db
    .selectFrom('meetings_sign_outs')
    .select(['at', 'how', 'request_id as requestId'])
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()

/** Keeps that a person signed out; false where they had already. */
export async function addSignOut(
  db: Db,
  orgId: string,
  meetingId: string,
  memberId: string,
  { at, how, requestId }: SignOutRow,
  now: Date,
): Promise<boolean> {
  const added = await db
    .insertInto('meetings_sign_outs')
    .values({ org_id: orgId, meeting_id: meetingId, member_id: memberId, at, how, request_id: requestId, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['org_id', 'meeting_id', 'member_id']).doNothing())
    .returning('member_id')
    .executeTakeFirst()
  return added !== undefined
}

/** Whether this meeting asks those who came to sign out. */
export const asksToSignOut = async (db: Db, orgId: string, meetingId: string): Promise<boolean> =>
  (await db.selectFrom('meetings').select('sign_out').where('org_id', '=', orgId).where('meeting_id', '=', meetingId).executeTakeFirst())
    ?.sign_out ?? false
