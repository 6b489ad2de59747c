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
 * Three round trips, each shared with whoever checks in at the same moment: who is it, which meeting and line, change the line.
 * Only the last decides; what the others saw may be out of date, and then the scan is judged again.
 */
export async function handleCheckIn(input: InputOf<typeof checkIn>, context: DirectContext): Promise<CheckedIn> {
  const { actor, database, now } = context
  const code = readCode(input.code)
  if (!code) throw new AppError('CODE_INVALID')
  const deviceHash = input.device ? sha256(`${code.tag} ${input.device}`) : null
  const requestId = context.requestId ?? context.newId()
  const queries = checkInQueries(database)

  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await queries.findScan({ orgId: actor.orgId, memberId: actor.memberId, tag: code.tag, deviceHash })
    if (!found) throw new AppError('CODE_INVALID')
    const scannedAt = input.scannedAt ? new Date(input.scannedAt) : null
    const verdict = judgeScan({ code, now, scannedAt, meeting: found, attendance: found.attendance })
    if (verdict.verdict === 'refused') throw new AppError(verdict.code)
    if (verdict.verdict === 'already') return alreadyIn(context, found, requestId)
    const flags = await flagsOf(input, context, found, verdict)
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

async function flagsOf(input: InputOf<typeof checkIn>, { database, actor }: DirectContext, found: FoundScan, { offline }: Arrived) {
  const flags: AttendanceFlag[] = []
  if (offline) flags.push('offline')
  if (found.sharedDevice) flags.push('shared-device')
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
function arriveAfterClose(context: DirectContext, { meetingId, attendance }: FoundScan, change: Change): Promise<boolean> {
  const { actor, now, database } = context
  return database.transact(async (db) => {
    const meeting = await findMeeting(db, actor.orgId, meetingId, true)
    const line = await findLine(db, actor.orgId, meetingId, actor.memberId)
    // The organiser may have decided since the line was read: then the scan is judged again.
    if (!meeting || !line || line.state !== attendance?.state || line.how !== attendance.how) return false
    const { state, at, flags, deviceHash, requestId } = change
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
