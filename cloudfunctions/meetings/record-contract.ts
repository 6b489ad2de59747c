import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { attendanceStates, meetingKinds, meetingStates } from './contract'

/** The record (记录) of a meeting: written by its organisers, confirmed by the secretary, then frozen. */

export const maxDiscussion = 20_000
export const maxResolutions = 30
export const maxResolution = 500

const named = z.object({ id, name: z.string() })

/** What is written by hand; whoever attended follows from the list. */
const content = {
  /** 主持人 */
  chairId: z.nullable(id),
  /** 记录人 */
  recorderId: z.nullable(id),
  discussion: paragraphs(maxDiscussion),
  resolutions: z.array(line(maxResolution)).check(z.maxLength(maxResolutions, `最多 ${maxResolutions} 条`)),
}

const text = {
  chair: z.nullable(named),
  recorder: z.nullable(named),
  discussion: z.string(),
  resolutions: z.array(z.string()),
}

const confirmation = {
  version: z.int(),
  confirmedAt: moment,
  confirmedBy: z.string(),
  /** Why this version was made; null for the first. */
  reason: z.nullable(z.string()),
}

const attendee = z.object({
  memberId: id,
  name: z.string(),
  state: z.enum(attendanceStates),
  /** False: 列席, outside the count. */
  counted: z.boolean(),
  /** Only for whoever may see the attendance, and for oneself: it may tell of an illness. */
  reason: z.nullable(z.string()),
  /** Changed by hand after the close (更正). */
  corrected: z.boolean(),
  /** Joined from afar, admitted by name. */
  remote: z.boolean(),
})

/** What was voted on, with the numbers of the moment it was closed. */
const motion = z.object({
  motionId: id,
  text: z.string(),
  /** Hands were counted; otherwise the votes were cast on the phone, by name. */
  byHand: z.boolean(),
  entitled: z.int(),
  present: z.int(),
  inFavour: z.int(),
  against: z.int(),
  abstained: z.int(),
  notVoted: z.int(),
  passed: z.boolean(),
})

/**
 * A meeting's record as the caller may see it: organisers with the draft, everyone else once it is confirmed.
 * `attendance` is always as it stands now; what was changed after the close is marked in it.
 */
export const record = defineRead({
  name: 'meetings.record',
  input: { meetingId: id, version: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))) },
  output: {
    kind: z.enum(meetingKinds),
    title: z.string(),
    unitName: z.string(),
    place: z.string(),
    startsAt: moment,
    durationMinutes: z.int(),
    agenda: z.string(),
    meetingState: z.enum(meetingStates),
    recordedLaterBy: z.nullable(z.object({ name: z.string(), at: moment })),
    canWrite: z.boolean(),
    canConfirm: z.boolean(),
    /** Belongs to what is saved next: it is refused where somebody else has changed the record since. */
    revision: z.int(),
    draft: z.nullable(z.object({ ...text, savedAt: moment, savedBy: z.string() })),
    /** The latest confirmed version, or the one asked for. */
    confirmed: z.nullable(z.object({ ...text, ...confirmation })),
    /** What the first draft begins with; only where there is neither draft nor confirmed record. */
    suggestion: z.nullable(z.object(text)),
    /** Every confirmed version, latest first. */
    history: z.array(z.object(confirmation)),
    /** In the order they were put; they stand once the record is confirmed. */
    motions: z.array(motion),
    attendance: z.nullable(
      z.object({
        /** Another one as soon as anything in the list is; a confirmation says which list it is about. */
        fingerprint: z.string(),
        expected: z.int(),
        entitled: z.int(),
        arrived: z.int(),
        quorum: z.object({ needed: z.int(), have: z.int(), met: z.boolean() }),
        people: z.array(attendee),
      }),
    ),
  },
})

const revision = z.int().check(z.minimum(0))

/** Saves the draft. After a confirmation it begins the next version; the confirmed one stays in sight. */
export const saveRecord = defineWrite({
  name: 'meetings.saveRecord',
  input: { meetingId: id, revision, ...content },
  output: { revision: z.int(), savedAt: moment },
  refusals: ['RECORD_TOO_EARLY', 'RECORD_CHANGED', 'MEETING_CANCELLED'],
})

/** Throws the draft away; a confirmed version stays. */
export const discardRecord = defineWrite({
  name: 'meetings.discardRecord',
  input: { meetingId: id, revision },
  output: {},
  refusals: ['RECORD_CHANGED', 'NOTHING_TO_DECIDE'],
})

/**
 * Freezes the draft as the next version, with a reason where there was one before.
 * `fingerprint` is that of the attendance the secretary has seen: nobody confirms a list they did not see.
 */
export const confirmRecord = defineWrite({
  name: 'meetings.confirmRecord',
  input: { meetingId: id, revision, fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)), reason: z.optional(line(200)) },
  output: { version: z.int() },
  refusals: ['RECORD_BEFORE_CLOSE', 'VOTING_UNDER_WAY', 'RECORD_CHANGED', 'ATTENDANCE_CHANGED', 'MEETING_CANCELLED', 'NOTHING_TO_DECIDE'],
})

/** What was changed by hand on one person's line, oldest first: who, when, why, from what to what. */
export const lineHistory = defineRead({
  name: 'meetings.lineHistory',
  input: { meetingId: id, memberId: id },
  output: {
    changes: z.array(
      z.object({
        at: moment,
        by: z.nullable(z.string()),
        what: z.enum(['recorded', 'admitted', 'flags-settled', 'leave-granted', 'leave-refused', 'leave-withdrawn']),
        before: z.nullable(z.enum(attendanceStates)),
        after: z.nullable(z.enum(attendanceStates)),
        reason: z.nullable(z.string()),
        afterClose: z.boolean(),
      }),
    ),
  },
})
