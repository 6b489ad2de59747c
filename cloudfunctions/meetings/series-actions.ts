import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment } from '../kernel/clock'
import { permit } from '../kernel/permit'
import { permitKind } from './permitted-meeting'
import { findMeeting, isParticipant } from './queries'
import { meetingDates, titleOn } from './repetition'
import { scheduleMeeting } from './schedule-meeting'
import * as contract from './series-contract'
import { listSeries } from './series-queries'

/** Meetings that repeat. Each is a meeting of its own; what changes or cancels several stands with `reschedule` and `cancel`. */
export const seriesActions: Implementation[] = [
  write(contract.scheduleSeries, async ({ repetition, ...plan }, context) => {
    const unitKind = await permitKind(context, plan.unitId, plan.kind)
    const first = new Date(plan.startsAt)
    const dates = meetingDates(first, repetition)
    if (dates.length < 2) throw new AppError('INVALID_INPUT', { repetition: '到这一天为止只有一次会议，请选择更晚的日期' })
    const seriesId = context.newId()
    const meetingIds: string[] = []
    for (const date of dates) {
      const own = { ...plan, title: titleOn(plan.title, first, date), startsAt: toMoment(date) }
      meetingIds.push(await scheduleMeeting(context, unitKind, own, seriesId))
    }
    return { seriesId, meetingIds }
  }),

  read(contract.series, async ({ meetingId }, context) => {
    const { db, actor } = context
    const meeting = await findMeeting(db, actor.orgId, meetingId)
    if (!meeting) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: meeting.unitId, participant: await isParticipant(db, actor.orgId, meetingId, actor.memberId) })
    const rows = meeting.seriesId ? await listSeries(db, actor.orgId, meeting.seriesId) : []
    return { meetings: rows.map(({ place: _, startsAt, ...row }) => ({ ...row, startsAt: toMoment(startsAt) })) }
  }),
]
