import { type Implementation, read, recognising, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import {
  answerCall,
  changeLine,
  countAttendance,
  findLine,
  listAttendance,
  listCalled,
  removeLine,
  replaceCalled,
} from './attendance-queries'
import { handleCheckIn } from './check-in'
import * as contract from './contract'
import { correctAttendance } from './correct-attendance'
import { announceAfterCommit, lockPermitted, readPermitted } from './permitted-meeting'
import { invitePeople } from './queries'
import { quorum } from './quorum'
import { draw } from './roll-call'

/** How far a change may be dated before the moment it became visible: a transaction's length. */
const overlapMs = 5_000

/** Who is there: scans, the live list, the organiser's own entries, roll-call and flags. */
export const attendanceActions: Implementation[] = [
  recognising(contract.checkIn, handleCheckIn),

  read(contract.attendance, async ({ meetingId, since }, context) => {
    const { db, actor, now } = context
    const meeting = await readPermitted(context, meetingId)
    const from = since ? new Date(Date.parse(since) - overlapMs) : null
    const [{ entitled, have, ...counts }, people] = [
      await countAttendance(db, actor.orgId, meetingId),
      await listAttendance(db, actor.orgId, meetingId, from),
    ]
    return {
      meetingState: meeting.state,
      signOut: meeting.signOut,
      cursor: toMoment(now),
      ...counts,
      entitled,
      quorum: quorum(meeting.kind, entitled, have),
      people: people.map((person) => ({ ...person, at: toMomentOrNull(person.at), signedOutAt: toMomentOrNull(person.signedOutAt) })),
    }
  }),

  write(contract.recordAttendance, async ({ meetingId, memberId, state, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    if (meeting.state === 'scheduled' && state !== 'excused' && state !== 'expected') throw new AppError('MEETING_NOT_OPEN')
    // Nobody is awaited any more: the counts of a closed meeting add up without this state.
    if (meeting.state === 'closed' && state === 'expected') throw new AppError('INVALID_INPUT', { state: '会议已结束，请登记为缺席' })
    const { db, actor, now } = context
    const line = await findLine(db, actor.orgId, meetingId, memberId)
    if (!line) throw new AppError('NOT_INVITED')
    const arrived = state === 'present' || state === 'late'
    const at = arrived ? (line.at ?? now) : null
    await changeLine(db, actor.orgId, meetingId, memberId, {
      state,
      at,
      reason,
      how: 'manual',
      flags: [],
      request_id: null,
      changed_at: now,
    })
    if (line.frozen) await correctAttendance(context, meeting, memberId, reason)
    await record(context, meetingId, { memberId, before: line.state, state, reason, afterClose: line.frozen })
    announceAfterCommit(context, meetingId)
    return {}
  }),

  write(contract.invite, async ({ meetingId, memberIds, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed') throw new AppError('ALREADY_CLOSED')
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    const added = await invitePeople(context.db, context.actor.orgId, meetingId, memberIds, reason, context.now)
    await record(context, meetingId, { memberIds: added, reason })
    announceAfterCommit(context, meetingId)
    return { added: added.length }
  }),

  write(contract.uninvite, async ({ meetingId, memberId, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed') throw new AppError('ALREADY_CLOSED')
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    const { db, actor } = context
    const line = await findLine(db, actor.orgId, meetingId, memberId)
    if (!line) throw new AppError('NOT_INVITED')
    if (line.at) throw new AppError('HAS_CHECK_INS')
    await removeLine(db, actor.orgId, meetingId, memberId)
    await record(context, meetingId, { memberId, reason })
    announceAfterCommit(context, meetingId)
    return {}
  }),

  write(contract.drawRollCall, async ({ meetingId }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed') throw new AppError('ALREADY_CLOSED')
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    if (meeting.state === 'scheduled') throw new AppError('MEETING_NOT_OPEN')
    const { db, actor, now, random } = context
    const people = await listAttendance(db, actor.orgId, meetingId, null)
    const answered = new Set((await listCalled(db, actor.orgId, meetingId)).filter((row) => row.result).map((row) => row.memberId))
    const arrived = people
      .filter((person) => (person.state === 'present' || person.state === 'late') && !answered.has(person.memberId))
      .map((person) => ({ memberId: person.memberId, flagged: person.flags.length > 0 }))
    const called = draw(arrived, random).map((person) => person.memberId)
    await replaceCalled(db, actor.orgId, meetingId, called, now)
    await record(context, meetingId, { called })
    return { called: await listCalled(db, actor.orgId, meetingId) }
  }),

  read(contract.rollCall, async ({ meetingId }, context) => {
    await readPermitted(context, meetingId)
    return { called: await listCalled(context.db, context.actor.orgId, meetingId) }
  }),

  write(contract.answerRollCall, async ({ meetingId, memberId, result }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'closed') throw new AppError('ALREADY_CLOSED')
    const { db, actor, now } = context
    const line = await findLine(db, actor.orgId, meetingId, memberId)
    if (!line || !(await answerCall(db, actor.orgId, meetingId, memberId, result))) throw new AppError('NOTHING_TO_DECIDE')
    const others = line.flags.filter((flag) => flag !== 'failed-roll-call')
    const flags = result === 'here' ? others : [...others, 'failed-roll-call' as const]
    await changeLine(db, actor.orgId, meetingId, memberId, { flags, changed_at: now })
    await record(context, meetingId, { memberId, result })
    announceAfterCommit(context, meetingId)
    return {}
  }),

  write(contract.settleFlags, async ({ meetingId, memberId, decision, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    const { db, actor, now } = context
    const line = await findLine(db, actor.orgId, meetingId, memberId)
    if (!line) throw new AppError('NOT_INVITED')
    if (!line.flags.length) throw new AppError('NOTHING_TO_DECIDE')
    const change =
      decision === 'stands' ? { flags: [] } : { flags: [], state: 'absent' as const, at: null, how: 'manual' as const, request_id: null }
    await changeLine(db, actor.orgId, meetingId, memberId, { ...change, reason, changed_at: now })
    if (line.frozen && decision === 'does-not-count') await correctAttendance(context, meeting, memberId, reason)
    const { state: before, frozen: afterClose } = line
    const state = decision === 'stands' ? before : 'absent'
    await record(context, meetingId, { memberId, flags: line.flags, decision, before, state, reason, afterClose })
    announceAfterCommit(context, meetingId)
    return {}
  }),
]
