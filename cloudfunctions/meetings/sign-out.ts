import type { RecognisingContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { announceChange } from '../kernel/changes'
import { toMoment } from '../kernel/clock'
import type { OutputOf } from '../kernel/contract'
import type { ScannedCode } from './check-in-code'
import type { CodeMeeting, Seen } from './check-in-queries'
import type { checkIn } from './contract'
import { addSignOut, asksToSignOut, findSignOut } from './sign-out-queries'
import { judgeSignOut } from './sign-out-verdict'
import { wallTopic } from './wall-topic'

interface Leaving {
  code: ScannedCode
  meeting: CodeMeeting
  seen: Seen
  scannedAt: Date | null
  requestId: string
}

/** What a scan comes to that was not for checking in. Only the sign-out is written: the line stays what the check-in made it. */
export async function signOut(context: RecognisingContext, leaving: Leaving): Promise<OutputOf<typeof checkIn>> {
  const { now, database } = context
  const { code, meeting, seen, scannedAt, requestId } = leaving
  const { actor, line } = seen
  const { orgId, memberId } = actor
  const { meetingId } = meeting
  const known = await findSignOut(database.db, orgId, meetingId, memberId)
  const verdict = judgeSignOut({
    code,
    now,
    scannedAt,
    meeting: { ...meeting, ...seen.meeting, signOut: await asksToSignOut(database.db, orgId, meetingId) },
    attendance: line,
    signedOut: known !== undefined,
  })
  if (verdict.verdict === 'refused') throw new AppError(verdict.code)
  if (verdict.verdict === 'signed-out') {
    const how = verdict.offline ? 'offline' : 'scan'
    const added = await database.transact(async (db) => {
      if (!(await addSignOut(db, orgId, meetingId, memberId, { at: verdict.at, how, requestId }, now))) return false
      await record({ ...context, db, actor }, meetingId, { signOut: how })
      return true
    })
    if (added) announceChange(wallTopic(orgId, meetingId))
  }
  // Where another scan of the same person was faster, theirs is the first time.
  const first = known ?? (await findSignOut(database.db, orgId, meetingId, memberId))
  if (!first) throw new AppError('CONFLICT')
  return {
    meetingId,
    title: meeting.title,
    state: line?.state === 'late' ? 'late' : 'present',
    checkedInAt: toMoment(line?.at ?? now),
    signedOutAt: toMoment(first.at),
    repeated: first.requestId !== requestId,
    offline: first.how === 'offline',
    name: actor.name,
  }
}
