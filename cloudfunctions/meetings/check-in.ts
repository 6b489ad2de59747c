import type { RecognisingContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { announceChange } from '../kernel/changes'
import { toMoment } from '../kernel/clock'
import type { InputOf, OutputOf } from '../kernel/contract'
import { sha256 } from '../kernel/ids'
import { consentsToLocation } from './attendance-queries'
import { arriveAfterClose } from './check-in-after-close'
import { readCode, type ScannedCode } from './check-in-code'
import type { Arrival, CodeMeeting, Seen } from './check-in-queries'
import { roundTrips } from './check-in-round-trips'
import type { AttendanceFlag, checkIn } from './contract'
import { judgeScan } from './scan-verdict'
import { signOut } from './sign-out'
import { wallTopic } from './wall-topic'

type Input = InputOf<typeof checkIn>
type CheckedIn = OutputOf<typeof checkIn>

/**
 * One round trip, shared with whoever checks in at the same moment, finds out who it is and changes their line; one more before it
 * finds a meeting this process has not seen open yet. The change is sent in the hope that the person is on the list and not here yet.
 * Where it changes nothing, what the statement saw instead is judged; it may be that somebody else was faster, then it is sent again.
 * A code that is none for checking in may be one for signing out: only then is that looked at.
 */
export async function handleCheckIn(input: Input, context: RecognisingContext): Promise<CheckedIn> {
  const { session, database, now } = context
  const code = readCode(input.code)
  const scannedAt = input.scannedAt ? new Date(input.scannedAt) : null
  const deviceHash = code && input.device ? sha256(`${code.tag} ${input.device}`) : null
  const requestId = context.requestId ?? context.newId()
  const entryId = context.newId()
  // Whether far is kept is up to the person's consent, and so not known before the person is.
  let placeFlags: AttendanceFlag[] | undefined = input.position === 'far' ? undefined : []
  const trips = roundTrips(database)

  for (let attempt = 0; attempt < 5; attempt++) {
    const meeting = code && (await trips.findMeeting({ orgId: session.orgId, tag: code.tag }, attempt > 0))
    const arrival = code && meeting && placeFlags ? hopedArrival(code, meeting, now, scannedAt, placeFlags) : null
    const answer = await trips.scan({ session, now, meetingId: meeting?.meetingId ?? null, deviceHash, requestId, entryId, arrival })
    if (!answer) throw new AppError('NOT_SIGNED_IN')
    const { seen, name } = answer
    if (arrival && meeting && !seen) return arrived(context, meeting, arrival, name)
    if (!code || !meeting || !seen?.meeting) throw new AppError('CODE_INVALID')

    const verdict = judgeScan({ code, now, scannedAt, meeting: { ...meeting, ...seen.meeting }, attendance: seen.line })
    if (verdict.verdict === 'refused' && verdict.code === 'CODE_INVALID')
      return signOut(context, { code, meeting, seen, scannedAt, requestId })
    if (verdict.verdict === 'refused') throw new AppError(verdict.code)
    if (verdict.verdict === 'already') return alreadyIn(context, meeting, seen, requestId)
    placeFlags ??= (await consentsToLocation(database.db, session.orgId, seen.actor.memberId)) ? ['far-away'] : []
    if (verdict.verdict === 'arrived') continue
    const late: Arrival = { state: verdict.state, at: verdict.at, how: 'offline', flags: ['offline', ...placeFlags] }
    if (await arriveAfterClose(context, meeting.meetingId, seen, { ...late, deviceHash, requestId }))
      return arrived(context, meeting, late, name)
  }
  throw new AppError('CONFLICT')
}

const awaited = { state: 'expected', how: null, frozen: false } as const

/** How the line changes if it is as everyone's on the list before they arrive; null where even then it would not. */
function hopedArrival(
  code: ScannedCode,
  meeting: CodeMeeting,
  now: Date,
  scannedAt: Date | null,
  placeFlags: AttendanceFlag[],
): Arrival | null {
  const verdict = judgeScan({ code, now, scannedAt, meeting, attendance: awaited })
  if (verdict.verdict !== 'arrived') return null
  const { state, at, offline } = verdict
  return { state, at, how: offline ? 'offline' : 'scan', flags: offline ? ['offline', ...placeFlags] : placeFlags }
}

function arrived({ session }: RecognisingContext, { meetingId, title }: CodeMeeting, { state, at, how }: Arrival, name: string): CheckedIn {
  announceChange(wallTopic(session.orgId, meetingId))
  return { meetingId, title, state, checkedInAt: toMoment(at), signedOutAt: null, repeated: false, offline: how === 'offline', name }
}

const alreadyIn = (
  { now }: RecognisingContext,
  { meetingId, title }: CodeMeeting,
  { actor, line }: Seen,
  requestId: string,
): CheckedIn => ({
  meetingId,
  title,
  state: line?.state === 'late' ? 'late' : 'present',
  checkedInAt: toMoment(line?.at ?? now),
  signedOutAt: null,
  repeated: line?.requestId !== requestId,
  offline: line?.how === 'offline',
  name: actor.name,
})
