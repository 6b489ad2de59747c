import type { RecognisingContext } from '../kernel/action'
import { record } from '../kernel/audit'
import { changeLine, findLine, rememberDevice } from './attendance-queries'
import type { Arrival, Seen } from './check-in-queries'
import type { AttendanceFlag } from './contract'
import { correctAttendance } from './correct-attendance'
import { findMeeting } from './queries'

interface LateArrival extends Arrival {
  deviceHash: string | null
  requestId: string
}

/**
 * A kept scan that arrives after the close: rare, so in a transaction of its own, with the facts put right.
 * False when the organiser has decided since the line was seen: then the scan is judged again.
 */
export function arriveAfterClose(
  context: RecognisingContext,
  meetingId: string,
  { actor, line: seen, sharedDevice }: Seen,
  { state, at, how, deviceHash, requestId, ...arrival }: LateArrival,
): Promise<boolean> {
  const { now, database } = context
  return database.transact(async (db) => {
    const meeting = await findMeeting(db, actor.orgId, meetingId, true)
    const line = await findLine(db, actor.orgId, meetingId, actor.memberId)
    if (!meeting || !line || line.state !== seen?.state || line.how !== seen.how) return false
    const flags: AttendanceFlag[] = sharedDevice ? [...arrival.flags, 'shared-device'] : arrival.flags
    if (deviceHash) await rememberDevice(db, actor.orgId, meetingId, deviceHash, actor.memberId)
    await changeLine(db, actor.orgId, meetingId, actor.memberId, { state, at, flags, how, request_id: requestId, changed_at: now })
    const inner = { ...context, db, actor }
    await correctAttendance(inner, meeting, actor.memberId, '离线签到补报')
    await record(inner, meetingId, { state, how, afterClose: true })
    return true
  })
}
