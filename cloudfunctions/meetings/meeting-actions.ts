import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { settleMeeting } from '../study'
import { freezeAttendance, listLeave } from './attendance-queries'
import { codesAhead } from './codes-ahead'
import * as contract from './contract'
import { writeFacts } from './fact-queries'
import { findRecordedLater } from './past-queries'
import { announceAfterCommit, lockPermitted, permitKind, readPermitted, refusalOf, refuseUnlessOpen } from './permitted-meeting'
import { changeMeeting, findMeeting, findSummary, listMine, listOfUnit, type SummaryRow } from './queries'
import { findRecord } from './record-queries'
import { titleOn } from './repetition'
import { scheduleMeeting } from './schedule-meeting'
import { lockFollowing } from './series-queries'
import { findSignOut } from './sign-out-queries'
import { whoWasAt } from './study-queries'

const day = 86_400_000
const listPage = 30

/** Calendar and course of a meeting: schedule, change, open, show the code, close. */
export const meetingActions: Implementation[] = [
  write(contract.schedule, async (plan, context) => {
    const unitKind = await permitKind(context, plan.unitId, plan.kind)
    return { meetingId: await scheduleMeeting(context, unitKind, plan, null) }
  }),

  write(contract.reschedule, async ({ meetingId, title, startsAt, durationMinutes, place, agenda, following }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state !== 'scheduled') throw new AppError(refusalOf[meeting.state])
    const { db, actor } = context
    const start = startsAt === undefined ? meeting.startsAt : new Date(startsAt)
    const movedBy = start.getTime() - meeting.startsAt.getTime()
    for (const each of following ? await lockFollowing(db, actor.orgId, meeting) : [meeting]) {
      const ownStart = new Date(each.startsAt.getTime() + movedBy)
      const change = {
        ...(title !== undefined && { title: titleOn(title, start, ownStart) }),
        ...(startsAt !== undefined && { starts_at: ownStart }),
        ...(durationMinutes !== undefined && { duration_minutes: durationMinutes }),
        ...(place !== undefined && { place }),
        ...(agenda !== undefined && { agenda }),
      }
      if (Object.keys(change).length) await changeMeeting(db, actor.orgId, each.meetingId, change)
      const before = { title: each.title, startsAt: toMoment(each.startsAt), place: each.place }
      await record(context, each.meetingId, { before, change })
    }
    return {}
  }),

  write(contract.cancel, async ({ meetingId, reason, following }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state !== 'scheduled') throw new AppError(refusalOf[meeting.state])
    const { db, actor } = context
    for (const each of following ? await lockFollowing(db, actor.orgId, meeting) : [meeting]) {
      await changeMeeting(db, actor.orgId, each.meetingId, { state: 'cancelled', cancel_reason: reason })
      await record(context, each.meetingId, { reason })
    }
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
    refuseUnlessOpen(meeting)
    const { db, actor, now } = context
    await changeMeeting(db, actor.orgId, meetingId, { state: 'closed', closed_at: now })
    await freezeAttendance(db, actor.orgId, meetingId, now)
    await writeFacts(context, meeting)
    await settleMeeting(context, meetingId, whoWasAt(actor.orgId, meetingId), null)
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
      seriesId: meeting.seriesId,
      signOut: meeting.signOut,
      mySignedOutAt: toMomentOrNull((await findSignOut(db, actor.orgId, meetingId, actor.memberId))?.at ?? null),
      myLeaveReason: leave.find((row) => row.memberId === actor.memberId)?.reason ?? null,
      leave: canManage ? leave.map((row) => ({ ...row, askedAt: toMoment(row.askedAt) })) : [],
    }
  }),

  read(contract.code, async ({ meetingId }, context) => {
    const meeting = await readPermitted(context, meetingId)
    refuseUnlessOpen(meeting)
    return codesAhead(context, meeting, 'check-in')
  }),
]

/** The next page begins before a moment, so this one must not end among meetings that begin at the same one, as those of groups do. */
function firstPage(rows: SummaryRow[]): SummaryRow[] {
  const next = rows[listPage]
  if (!next) return rows
  const whole = rows.filter((row) => row.startsAt > next.startsAt)
  return whole.length ? whole : rows.slice(0, listPage)
}

function toSummary({ myState, myAt, leave, startsAt, ...row }: SummaryRow) {
  return {
    ...row,
    startsAt: toMoment(startsAt),
    mine: myState && { state: myState, at: toMomentOrNull(myAt), leave },
  }
}
