import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { announceChange } from '../kernel/changes'
import { toMoment } from '../kernel/clock'
import type { InputOf, OutputOf } from '../kernel/contract'
import { sha256 } from '../kernel/ids'
import { changeLine, consentsToLocation, findLine, rememberDevice } from './attendance-queries'
import { readCode } from './check-in-code'
import { type CheckInQueries, checkInQueries, type FoundScan } from './check-in-queries'
import type { AttendanceFlag, checkIn } from './contract'
import { correctFact } from './fact-queries'
import { findMeeting } from './queries'
import { judgeScan, type Verdict } from './scan-verdict'
import { wallTopic } from './wall-topic'

type CheckedIn = OutputOf<typeof checkIn>
type Arrived = Extract<Verdict, { offline: boolean }>

/**
 * Two round trips, each shared with whoever checks in at the same moment: who is it, change the line. A meeting that is not known
 * to be open, or a line that does not change, is looked at in between. Only the change decides: what was seen before may be
 * out of date, and then the scan is judged again.
 */
export async function handleCheckIn(input: InputOf<typeof checkIn>, context: DirectContext): Promise<CheckedIn> {
  const { actor, database, now } = context
  const code = readCode(input.code)
  if (!code) throw new AppError('CODE_INVALID')
  const deviceHash = input.device ? sha256(`${code.tag} ${input.device}`) : null
  const requestId = context.requestId ?? context.newId()
  const scannedAt = input.scannedAt ? new Date(input.scannedAt) : null
  const queries = checkInQueries(database)

  for (let attempt = 0; attempt < 5; attempt++) {
    const known = attempt === 0 ? queries.openMeeting(actor.orgId, code.tag) : undefined
    const found = known ?? (await queries.findScan({ orgId: actor.orgId, memberId: actor.memberId, tag: code.tag, deviceHash }))
    if (!found) throw new AppError('CODE_INVALID')
    const verdict = judgeScan({ code, now, scannedAt, meeting: found, attendance: found.attendance })
    if (known && verdict.verdict !== 'arrived') continue
    if (verdict.verdict === 'refused') throw new AppError(verdict.code)
    if (verdict.verdict === 'already') return alreadyIn(context, found, requestId)
    const flags = await flagsOf(input, context, verdict)
    const change = { ...verdict, flags, deviceHash, requestId }
    const changed =
      verdict.verdict === 'arrived' ? await arrive(queries, context, found, change) : await arriveAfterClose(context, found, change)
    if (!changed) continue
    announceChange(wallTopic(actor.orgId, found.meetingId))
    const { state, at, offline } = verdict
    return { meetingId: found.meetingId, title: found.title, state, checkedInAt: toMoment(at), repeated: false, offline, name: actor.name }
  }
  throw new AppError('CONFLICT')
}

function alreadyIn(context: DirectContext, { meetingId, title, attendance }: FoundScan, requestId: string): CheckedIn {
  const state = attendance?.state === 'late' ? 'late' : 'present'
  return {
    meetingId,
    title,
    state,
    checkedInAt: toMoment(attendance?.at ?? context.now),
    repeated: attendance?.requestId !== requestId,
    offline: attendance?.how === 'offline',
    name: context.actor.name,
  }
}

async function flagsOf(input: InputOf<typeof checkIn>, { database, actor }: DirectContext, { offline }: Arrived) {
  const flags: AttendanceFlag[] = []
  if (offline) flags.push('offline')
  if (input.position === 'far' && (await consentsToLocation(database.db, actor.orgId, actor.memberId))) flags.push('far-away')
  return flags
}

interface Change extends Arrived {
  flags: AttendanceFlag[]
  deviceHash: string | null
  requestId: string
}

const arrive = (queries: CheckInQueries, { actor, now, newId }: DirectContext, { meetingId }: FoundScan, change: Change) =>
  queries.arrive({
    orgId: actor.orgId,
    memberId: actor.memberId,
    meetingId,
    state: change.state,
    at: change.at,
    how: change.offline ? 'offline' : 'scan',
    flags: change.flags,
    deviceHash: change.deviceHash,
    requestId: change.requestId,
    entryId: newId(),
    now,
  })

/** A kept scan that arrives after the close: rare, so in a transaction of its own, with the facts put right. */
function arriveAfterClose(context: DirectContext, { meetingId, attendance, sharedDevice }: FoundScan, change: Change): Promise<boolean> {
  const { actor, now, database } = context
  return database.transact(async (db) => {
    const meeting = await findMeeting(db, actor.orgId, meetingId, true)
    const line = await findLine(db, actor.orgId, meetingId, actor.memberId)
    // The organiser may have decided since the line was read: then the scan is judged again.
    if (!meeting || !line || line.state !== attendance?.state || line.how !== attendance.how) return false
    const { state, at, deviceHash, requestId } = change
    const flags: AttendanceFlag[] = sharedDevice ? [...change.flags, 'shared-device'] : change.flags
    if (deviceHash) await rememberDevice(db, actor.orgId, meetingId, deviceHash, actor.memberId)
    await changeLine(db, actor.orgId, meetingId, actor.memberId, {
      state,
      at,
      flags,
      how: 'offline',
      request_id: requestId,
      changed_at: now,
    })
    const inner = { ...context, db, actor }
    await correctFact(inner, meeting, actor.memberId, '离线签到补报')
    await record(inner, meetingId, { state, how: 'offline', afterClose: true })
    return true
  })
}
