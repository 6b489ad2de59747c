import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { newSecret } from '../kernel/ids'
import { may, permit } from '../kernel/permit'
import type { RefusalCode } from '../kernel/refusals'
import { freezeAttendance, listLeave } from './attendance-queries'
import { makeCode, stepAt, stepSeconds, stepStart } from './check-in-code'
import * as contract from './contract'
import { writeFacts } from './fact-queries'
import { expects } from './meeting-kind'
import { findRecordedLater } from './past-queries'
import { announceAfterCommit, lockPermitted, permitKind, readPermitted } from './permitted-meeting'
import { addMeeting, changeMeeting, expectPeople, findMeeting, findSummary, listMine, listOfUnit, type SummaryRow } from './queries'
import { findRecord } from './record-queries'

const day = 86_400_000
const listPage = 30
const defaultMinutes = 60
/** Two and a half minutes at least: the screen survives two without network even when it was about to ask again. */
const stepsAhead = 11

/** Calendar and course of a meeting: schedule, change, open, show the code, close. */
export const meetingActions: Implementation[] = [
  write(contract.schedule, async (input, context) => {
    const { unitId, kind, title, place } = input
    const unitKind = await permitKind(context, unitId, kind)
    const { db, actor, now, newId } = context
    const meetingId = newId()
    await addMeeting(db, {
      org_id: actor.orgId,
      meeting_id: meetingId,
      unit_id: unitId,
      kind,
      title,
      agenda: input.agenda ?? '',
      place,
      starts_at: new Date(input.startsAt),
      duration_minutes: input.durationMinutes ?? defaultMinutes,
      code_tag: newSecret(6),
      code_secret: newSecret(32),
      created_by: actor.memberId,
      created_at: now,
    })
    await expectPeople(db, { orgId: actor.orgId, meetingId, unitId, who: expects(kind, unitKind), now })
    await record(context, meetingId, { unitId, kind, title, startsAt: input.startsAt, place })
    return { meetingId }
  }),

  write(contract.reschedule, async ({ meetingId, title, startsAt, durationMinutes, place, agenda }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state !== 'scheduled') throw new AppError(refusalOf[meeting.state])
    const change = {
      ...(title !== undefined && { title }),
      ...(startsAt !== undefined && { starts_at: new Date(startsAt) }),
      ...(durationMinutes !== undefined && { duration_minutes: durationMinutes }),
      ...(place !== undefined && { place }),
      ...(agenda !== undefined && { agenda }),
    }
    if (Object.keys(change).length) await changeMeeting(context.db, context.actor.orgId, meetingId, change)
    const before = { title: meeting.title, startsAt: toMoment(meeting.startsAt), place: meeting.place }
    await record(context, meetingId, { before, change })
    return {}
  }),

  write(contract.cancel, async ({ meetingId, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state !== 'scheduled') throw new AppError(refusalOf[meeting.state])
    await changeMeeting(context.db, context.actor.orgId, meetingId, { state: 'cancelled', cancel_reason: reason })
    await record(context, meetingId, { reason })
    return {}
  }),

  write(contract.open, async ({ meetingId }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'open') return {}
    if (meeting.state !== 'scheduled') throw new AppError(refusalOf[meeting.state])
    await changeMeeting(context.db, context.actor.orgId, meetingId, { state: 'open', opened_at: context.now })
    await record(context, meetingId)
    announceAfterCommit(context, meetingId)
    return {}
  }),

  write(contract.close, async ({ meetingId }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state !== 'open') throw new AppError(meeting.state === 'scheduled' ? 'MEETING_NOT_OPEN' : refusalOf[meeting.state])
    const { db, actor, now } = context
    await changeMeeting(db, actor.orgId, meetingId, { state: 'closed', closed_at: now })
    await freezeAttendance(db, actor.orgId, meetingId, now)
    await writeFacts(context, meeting)
    await record(context, meetingId)
    announceAfterCommit(context, meetingId)
    return {}
  }),

  read(contract.mine, async (_, { db, actor, now }) => {
    const rows = await listMine(db, actor.orgId, actor.memberId, new Date(now.getTime() - 28 * day), new Date(now.getTime() + 56 * day))
    const ended = (row: SummaryRow) => row.state === 'closed' || row.startsAt.getTime() + row.durationMinutes * 60_000 < now.getTime()
    const pick = (chosen: (row: SummaryRow) => boolean) => rows.filter(chosen).map(toSummary)
    return {
      now: toMoment(now),
      current: pick((row) => row.state === 'open'),
      upcoming: pick((row) => row.state !== 'open' && !ended(row)),
      past: pick((row) => row.state !== 'open' && ended(row)).reverse(),
    }
  }),

  read(contract.list, async ({ unitId, before }, context) => {
    await permit(context, { unitId })
    const { db, actor } = context
    const rows = await listOfUnit(db, actor.orgId, actor.memberId, unitId, before ? new Date(before) : null, listPage + 1)
    return { meetings: firstPage(rows).map(toSummary), more: rows.length > listPage }
  }),

  read(contract.meeting, async ({ meetingId }, context) => {
    const { db, actor } = context
    const [meeting, summary] = [
      await findMeeting(db, actor.orgId, meetingId),
      await findSummary(db, actor.orgId, actor.memberId, meetingId),
    ]
    if (!meeting || !summary) throw new AppError('NOT_FOUND')
    const target = { unitId: meeting.unitId, participant: summary.myState !== null }
    await permit(context, target)
    const canManage = await may(context, contract.open.name, target)
    const leave = canManage || summary.leave ? await listLeave(db, actor.orgId, meetingId) : []
    const recorded = summary.recordedLater ? await findRecordedLater(db, actor.orgId, meetingId) : null
    const { version, draft } = await findRecord(db, actor.orgId, meetingId)
    return {
      ...toSummary(summary),
      recordState: version > 0 ? ('confirmed' as const) : draft && canManage ? ('draft' as const) : ('none' as const),
      agenda: meeting.agenda,
      cancelReason: meeting.cancelReason,
      recordedLaterBy: recorded && { ...recorded, at: toMoment(recorded.at) },
      openedAt: toMomentOrNull(meeting.openedAt),
      closedAt: toMomentOrNull(meeting.closedAt),
      canManage,
      canSeeAttendance: await may(context, contract.attendance.name, target),
      myLeaveReason: leave.find((row) => row.memberId === actor.memberId)?.reason ?? null,
      leave: canManage ? leave.map((row) => ({ ...row, askedAt: toMoment(row.askedAt) })) : [],
    }
  }),

  read(contract.code, async ({ meetingId }, context) => {
    const { now, origin } = context
    const meeting = await readPermitted(context, meetingId)
    if (meeting.state !== 'open') throw new AppError(meeting.state === 'scheduled' ? 'MEETING_NOT_OPEN' : refusalOf[meeting.state])
    const codes = Array.from({ length: stepsAhead + 1 }, (_, ahead) => {
      const step = stepAt(now) + ahead
      const code = makeCode(meeting.tag, meeting.secret, step)
      return {
        code,
        link: `${origin}/check-in?c=${code}`,
        validFrom: toMoment(stepStart(step)),
        validUntil: toMoment(stepStart(step + 2)),
      }
    })
    return { stepSeconds, serverTime: toMoment(now), codes }
  }),
]

/** The next page begins before a moment, so this one must not end among meetings that begin at the same one, as those of groups do. */
function firstPage(rows: SummaryRow[]): SummaryRow[] {
  const next = rows[listPage]
  if (!next) return rows
  const whole = rows.filter((row) => row.startsAt > next.startsAt)
  return whole.length ? whole : rows.slice(0, listPage)
}

const refusalOf = {
  scheduled: 'CONFLICT',
  open: 'ALREADY_OPEN',
  closed: 'ALREADY_CLOSED',
  cancelled: 'MEETING_CANCELLED',
} as const satisfies Record<contract.MeetingState, RefusalCode>

function toSummary({ myState, myAt, leave, startsAt, ...row }: SummaryRow) {
  return {
    ...row,
    startsAt: toMoment(startsAt),
    mine: myState && { state: myState, at: toMomentOrNull(myAt), leave },
  }
}
