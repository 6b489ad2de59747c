import { type Context, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { isAnyVoting, motionsOf } from '../motions'
import { countAttendance } from './attendance-queries'
import { attendance, attendanceStates } from './contract'
import { type LineChangeRow, listCorrected, listLineChanges } from './correction-queries'
import { writeUnitFact } from './fact-queries'
import { findRecordedLater } from './past-queries'
import { lockPermitted, readPermitted } from './permitted-meeting'
import { findMeeting, isParticipant, type MeetingRow } from './queries'
import { quorum } from './quorum'
import * as contract from './record-contract'
import {
  addVersion,
  attendanceFingerprint,
  endDraft,
  findRecord,
  findVersion,
  knownPeople,
  listAttendees,
  listLeading,
  listVersions,
  putDraft,
  type VersionRow,
} from './record-queries'
import { headingsOf, likelyChair } from './record-suggestion'

/** The record of a meeting: what was discussed and decided, drafted by its organisers and confirmed by the secretary. */
export const recordActions: Implementation[] = [
  read(contract.record, async ({ meetingId, version: asked }, context) => {
    const { db, actor } = context
    const { meeting, target } = await readAsGuest(context, meetingId)
    const canWrite = await may(context, contract.saveRecord.name, target)
    const { revision, version, draft } = await findRecord(db, actor.orgId, meetingId)
    const confirmed = await findVersion(db, actor.orgId, meetingId, asked ?? version)
    const { kind, title, unitName, place, agenda, durationMinutes } = meeting
    const recorded = await findRecordedLater(db, actor.orgId, meetingId)
    return {
      ...{ kind, title, unitName, place, agenda, durationMinutes, revision },
      startsAt: toMoment(meeting.startsAt),
      meetingState: meeting.state,
      recordedLaterBy: recorded && { ...recorded, at: toMoment(recorded.at) },
      canWrite,
      canConfirm: await may(context, contract.confirmRecord.name, target),
      draft: canWrite && draft ? { ...draft, savedAt: toMoment(draft.savedAt) } : null,
      confirmed: confirmed ? said(confirmed) : null,
      suggestion: canWrite && !draft && version === 0 ? await suggest(context, meeting) : null,
      motions: canWrite || confirmed ? await votedOn(context, meetingId) : [],
      history: (await listVersions(db, actor.orgId, meetingId)).map(said),
      attendance: canWrite || confirmed ? await attendanceFor(context, meeting, await may(context, attendance.name, target)) : null,
    }
  }),

  write(contract.saveRecord, async ({ meetingId, revision, chairId, recorderId, discussion, resolutions }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    if (meeting.state === 'scheduled') throw new AppError('RECORD_TOO_EARLY')
    const { db, actor, now } = context
    const people = [chairId, recorderId].filter((each) => each !== null)
    const known = people.length ? await knownPeople(db, actor.orgId, people) : new Set()
    if (people.some((each) => !known.has(each))) throw new AppError('NOT_FOUND')
    const current = await findRecord(db, actor.orgId, meetingId)
    if (current.revision !== revision) throw new AppError('RECORD_CHANGED')
    const text = { chair_id: chairId, recorder_id: recorderId, discussion, resolutions }
    await putDraft(db, actor.orgId, meetingId, { ...text, revision: revision + 1, saved_by: actor.memberId, saved_at: now })
    // It saves itself every few seconds: what the trail needs to know is who began to write.
    if (!current.draft) await record(context, meetingId, { revision: revision + 1 })
    return { revision: revision + 1, savedAt: toMoment(now) }
  }),

  write(contract.discardRecord, async ({ meetingId, revision }, context) => {
    await lockPermitted(context, meetingId)
    const { db, actor } = context
    const current = await findRecord(db, actor.orgId, meetingId)
    if (!current.draft) throw new AppError('NOTHING_TO_DECIDE')
    if (current.revision !== revision) throw new AppError('RECORD_CHANGED')
    await endDraft(db, actor.orgId, meetingId, { revision: revision + 1, version: current.version })
    await record(context, meetingId, { revision })
    return {}
  }),

  write(contract.confirmRecord, async ({ meetingId, revision, fingerprint, reason }, context) => {
    const meeting = await lockPermitted(context, meetingId)
    if (meeting.state === 'cancelled') throw new AppError('MEETING_CANCELLED')
    if (meeting.state !== 'closed') throw new AppError('RECORD_BEFORE_CLOSE')
    const { db, actor, now } = context
    if (await isAnyVoting(db, actor.orgId, meetingId)) throw new AppError('VOTING_UNDER_WAY')
    const { draft, version, ...current } = await findRecord(db, actor.orgId, meetingId)
    if (!draft) throw new AppError('NOTHING_TO_DECIDE')
    if (current.revision !== revision) throw new AppError('RECORD_CHANGED')
    if (fingerprint !== (await attendanceFingerprint(db, actor.orgId, meetingId))) throw new AppError('ATTENDANCE_CHANGED')
    const { chair, recorder, discussion, resolutions } = draft
    if (!chair) throw new AppError('INVALID_INPUT', { chairId: '请选择主持人' })
    if (!recorder) throw new AppError('INVALID_INPUT', { recorderId: '请选择记录人' })
    if (!discussion) throw new AppError('INVALID_INPUT', { discussion: '请填写讨论情况' })
    if (version > 0 && !reason) throw new AppError('INVALID_INPUT', { reason: '请写明修改的原因' })
    const next = version + 1
    await addVersion(db, actor.orgId, meetingId, {
      ...{ version: next, chair_id: chair.id, recorder_id: recorder.id, discussion, resolutions },
      // The first one changes nothing, so it has no reason.
      ...{ reason: version > 0 ? (reason ?? null) : null, confirmed_by: actor.memberId, confirmed_at: now },
    })
    await endDraft(db, actor.orgId, meetingId, { revision: revision + 1, version: next })
    if (version === 0) await writeUnitFact(context, meeting, 'record-confirmed')
    await record(context, meetingId, { version: next, ...(reason && { reason }) })
    return { version: next }
  }),

  read(contract.lineHistory, async ({ meetingId, memberId }, context) => {
    await readPermitted(context, meetingId)
    const rows = await listLineChanges(context.db, context.actor.orgId, meetingId, memberId)
    return { changes: rows.map(toLineChange) }
  }),
]

/** The meeting, for whoever may see it, those only invited to it included. */
async function readAsGuest(context: Context, meetingId: string) {
  const { db, actor } = context
  const meeting = await findMeeting(db, actor.orgId, meetingId)
  if (!meeting) throw new AppError('NOT_FOUND')
  const target = { unitId: meeting.unitId, participant: await isParticipant(db, actor.orgId, meetingId, actor.memberId) }
  await permit(context, target)
  return { meeting, target }
}

const said = <Row extends Pick<VersionRow, 'confirmedAt'>>({ confirmedAt, ...row }: Row) => ({ ...row, confirmedAt: toMoment(confirmedAt) })

async function suggest({ db, actor }: Context, { unitId, meetingId, agenda }: MeetingRow) {
  const leading = await listLeading(db, actor.orgId, unitId, meetingId)
  const recorder = { id: actor.memberId, name: actor.name }
  return { chair: likelyChair(leading), recorder, discussion: headingsOf(agenda), resolutions: [] }
}

async function votedOn({ db, actor }: Context, meetingId: string) {
  const motions = await motionsOf(db, actor.orgId, meetingId)
  return motions.map(({ kind, closedAt: _, ...motion }) => ({ ...motion, byHand: kind === 'show-of-hands' }))
}

async function attendanceFor({ db, actor }: Context, { meetingId, kind }: MeetingRow, withReasons: boolean) {
  // Before the list: what changes in between must be unknown to a confirmation, not unseen by it.
  const fingerprint = await attendanceFingerprint(db, actor.orgId, meetingId)
  const { expected, entitled, have, present, late } = await countAttendance(db, actor.orgId, meetingId)
  const people = await listAttendees(db, actor.orgId, meetingId)
  const corrected = await listCorrected(db, actor.orgId, meetingId)
  return {
    fingerprint,
    ...{ expected, entitled, arrived: present + late },
    quorum: quorum(kind, entitled, have),
    people: people.map((person) => ({
      ...person,
      reason: withReasons || person.memberId === actor.memberId ? person.reason : null,
      corrected: corrected.has(person.memberId),
    })),
  }
}

const whatOf: Record<string, 'recorded' | 'admitted' | 'flags-settled'> = {
  'meetings.recordAttendance': 'recorded',
  'meetings.admit': 'admitted',
  'meetings.settleFlags': 'flags-settled',
}
const leaveOf: Record<string, 'leave-granted' | 'leave-refused' | 'leave-withdrawn'> = {
  granted: 'leave-granted',
  refused: 'leave-refused',
  withdrawn: 'leave-withdrawn',
}

/** An entry of the trail about one line; of a request for leave, `state` is what became of the request. */
function toLineChange({ at, by, action, before, state, reason, afterClose }: LineChangeRow) {
  const what = whatOf[action]
  const about = { at: toMoment(at), by, before, reason, afterClose }
  if (what === 'admitted') return { ...about, what, after: 'present' as const }
  if (what) return { ...about, what, after: attendanceStates.find((each) => each === state) ?? null }
  return { ...about, what: leaveOf[state ?? ''] ?? 'leave-withdrawn', after: null }
}
