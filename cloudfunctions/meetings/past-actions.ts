import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import { newSecret } from '../kernel/ids'
import { writeFacts } from './fact-queries'
import { expects } from './meeting-kind'
import * as contract from './past-contract'
import { enterAttendance, listExpected, listedPeople, listNear, lockUnit, markRecorded, takeOffList } from './past-queries'
import { overlaps, refuseToRecord } from './past-recording'
import { permitKind } from './permitted-meeting'
import { addMeeting, expectPeople, findMeeting, invitePeople } from './queries'

/** What the facts and the lists say of a meeting that was entered later. */
const mark = '补录'

/** A past meeting is put down whole, in one go: what it was, and who was not there. */
export const pastActions: Implementation[] = [
  read(contract.previewPast, async ({ unitId, kind, ...when }, context) => {
    const unitKind = await permitKind(context, unitId, kind)
    const { db, actor, now } = context
    const span = { startsAt: new Date(when.startsAt), durationMinutes: when.durationMinutes }
    const refusal = refuseToRecord(span, now)
    if (refusal) throw new AppError(refusal)
    const near = await listNear(db, actor.orgId, unitId, kind, span.startsAt)
    const same = near.filter((each) => overlaps(each, span))
    return {
      people: await listExpected(db, actor.orgId, unitId, expects(kind, unitKind)),
      same: same.map(({ meetingId, title, startsAt, state }) => ({ meetingId, title, startsAt: toMoment(startsAt), state })),
    }
  }),

  write(contract.recordPast, async ({ unitId, kind, title, place, exceptions, ...input }, context) => {
    const unitKind = await permitKind(context, unitId, kind)
    const { db, actor, now, newId } = context
    const span = { startsAt: new Date(input.startsAt), durationMinutes: input.durationMinutes }
    const refusal = refuseToRecord(span, now)
    if (refusal) throw new AppError(refusal)
    await lockUnit(db, actor.orgId, unitId)
    const near = await listNear(db, actor.orgId, unitId, kind, span.startsAt)
    if (!input.evenIfSame && near.some((each) => overlaps(each, span))) throw new AppError('SAME_MEETING')

    const meetingId = newId()
    await addMeeting(db, {
      ...{ org_id: actor.orgId, meeting_id: meetingId, unit_id: unitId, kind, title, agenda: input.agenda ?? '', place },
      ...{ starts_at: span.startsAt, duration_minutes: span.durationMinutes, code_tag: newSecret(6), code_secret: newSecret(32) },
      ...{ created_by: actor.memberId, created_at: now },
    })
    await expectPeople(db, { orgId: actor.orgId, meetingId, unitId, who: expects(kind, unitKind), now })
    await invitePeople(db, actor.orgId, meetingId, input.invitedIds ?? [], '列席', now)
    const listed = await listedPeople(db, actor.orgId, meetingId)
    if (exceptions.some(({ memberId }) => !listed.has(memberId))) throw new AppError('NOT_INVITED')
    const elsewhere = exceptions.filter(({ state }) => state === 'not-expected')
    const lines = exceptions.flatMap(({ state, ...line }) => (state === 'not-expected' ? [] : [{ ...line, state }]))
    await takeOffList(
      db,
      actor.orgId,
      meetingId,
      elsewhere.map(({ memberId }) => memberId),
    )
    await enterAttendance(db, actor.orgId, meetingId, lines)
    await markRecorded(db, actor.orgId, meetingId, actor.memberId, now)

    const meeting = await findMeeting(db, actor.orgId, meetingId)
    if (meeting) await writeFacts(context, meeting, mark)
    await record(context, meetingId, { unitId, kind, title, startsAt: input.startsAt, place, exceptions })
    return { meetingId }
  }),
]
