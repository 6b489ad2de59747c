import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'

export const meetingKinds = [
  'assembly',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
  'life-meeting',
  'group-study',
  'appraisal-meeting',
] as const
export const meetingStates = ['scheduled', 'open', 'closed', 'cancelled'] as const
export const attendanceStates = ['expected', 'present', 'late', 'excused', 'absent'] as const
export const attendanceWays = ['scan', 'manual', 'offline', 'rule', 'remote'] as const
/** Why the organiser should look twice; a flag never blocks. */
export const attendanceFlags = ['shared-device', 'far-away', 'offline', 'failed-roll-call'] as const

export type MeetingKind = (typeof meetingKinds)[number]
export type MeetingState = (typeof meetingStates)[number]
export type AttendanceState = (typeof attendanceStates)[number]
export type AttendanceWay = (typeof attendanceWays)[number]
export type AttendanceFlag = (typeof attendanceFlags)[number]

const kind = z.enum(meetingKinds)
const meetingState = z.enum(meetingStates)
const attendanceState = z.enum(attendanceStates)
const way = z.enum(attendanceWays)
const leaveState = z.enum(['asked', 'granted', 'refused', 'withdrawn'])

const title = line(80)
const place = line(80)
const agenda = paragraphs(4000)
const reason = line(200)
const durationMinutes = z.int().check(z.minimum(5, '至少 5 分钟'), z.maximum(24 * 60, '最多 24 小时'))

const summary = {
  meetingId: id,
  unitId: id,
  unitName: z.string(),
  kind,
  title: z.string(),
  startsAt: moment,
  durationMinutes: z.int(),
  place: z.string(),
  state: meetingState,
  /** Not checked in, but entered when it was over (补录). */
  recordedLater: z.boolean(),
  /** My own place in it, or null when I am not on its list. */
  mine: z.nullable(z.object({ state: attendanceState, at: z.nullable(moment), leave: z.nullable(leaveState) })),
  expected: z.int(),
  /** present + late */
  arrived: z.int(),
}

/** Puts a meeting on the calendar; who is expected follows from its kind and unit. */
export const schedule = defineWrite({
  name: 'meetings.schedule',
  input: {
    unitId: id,
    kind,
    title,
    startsAt: moment,
    durationMinutes: z.optional(durationMinutes),
    place,
    agenda: z.optional(agenda),
    signOut: z.optional(z.boolean()),
  },
  output: { meetingId: id },
  refusals: ['NO_GROUP'],
})

/** With `following`, the later meetings of its series that are not open yet change as well, and are moved by as much as this one. */
export const reschedule = defineWrite({
  name: 'meetings.reschedule',
  input: {
    meetingId: id,
    title: z.optional(title),
    startsAt: z.optional(moment),
    durationMinutes: z.optional(durationMinutes),
    place: z.optional(place),
    agenda: z.optional(agenda),
    following: z.optional(z.boolean()),
  },
  output: {},
  refusals: ['ALREADY_OPEN', 'ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/** With `following`, the later meetings of its series that are not open yet are cancelled as well. */
export const cancel = defineWrite({
  name: 'meetings.cancel',
  input: { meetingId: id, reason, following: z.optional(z.boolean()) },
  output: {},
  refusals: ['ALREADY_OPEN', 'ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/** Starts the check-in. Repeating it changes nothing. */
export const open = defineWrite({
  name: 'meetings.open',
  input: { meetingId: id },
  output: {},
  refusals: ['ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/** Ends the check-in: those still expected are absent, the list is frozen, the facts are written. */
export const close = defineWrite({
  name: 'meetings.close',
  input: { meetingId: id },
  output: {},
  refusals: ['MEETING_NOT_OPEN', 'ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/** My meetings that matter now: open ones, the next eight weeks, and the last four weeks, in that order. */
export const mine = defineRead({
  name: 'meetings.mine',
  input: {},
  output: { now: moment, current: z.array(z.object(summary)), upcoming: z.array(z.object(summary)), past: z.array(z.object(summary)) },
})

/** A unit's meetings, latest first, 30 at a time; `before` is the `startsAt` of the last one seen. */
export const list = defineRead({
  name: 'meetings.list',
  input: { unitId: id, before: z.optional(moment) },
  output: { meetings: z.array(z.object(summary)), more: z.boolean() },
})

/** One meeting as the caller may see it; `canManage` opens the organiser's controls, `leave` is filled for them. */
export const meeting = defineRead({
  name: 'meetings.meeting',
  input: { meetingId: id },
  output: {
    ...summary,
    agenda: z.string(),
    cancelReason: z.nullable(z.string()),
    recordedLaterBy: z.nullable(z.object({ name: z.string(), at: moment })),
    /** What has been written about it (记录); of a draft only its organisers know. */
    recordState: z.enum(['none', 'draft', 'confirmed']),
    openedAt: z.nullable(moment),
    closedAt: z.nullable(moment),
    canManage: z.boolean(),
    canSeeAttendance: z.boolean(),
    /** The series it is one of. */
    seriesId: z.nullable(id),
    /** Whether those who came sign out at the end, and when I did. */
    signOut: z.boolean(),
    mySignedOutAt: z.nullable(moment),
    myLeaveReason: z.nullable(z.string()),
    leave: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        reason: z.string(),
        state: leaveState,
        askedAt: moment,
        decision: z.nullable(z.string()),
      }),
    ),
  },
})

/** The codes for the room's screen: the current one first, then ahead for at least two minutes. */
export const code = defineRead({
  name: 'meetings.code',
  input: { meetingId: id },
  output: {
    stepSeconds: z.int(),
    serverTime: moment,
    codes: z.array(z.object({ code: z.string(), link: z.string(), validFrom: moment, validUntil: moment })),
  },
  refusals: ['MEETING_NOT_OPEN', 'ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/**
 * Checks the caller in with the code they scanned, or signs them out where it is the sign-out code: the link is the same, the seal is not.
 * `scannedAt` is given by a phone that kept the scan while offline; `device` is an opaque install id;
 * `position` is only near or far and only kept with consent.
 */
export const checkIn = defineWrite({
  name: 'meetings.checkIn',
  input: {
    code: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
    scannedAt: z.optional(moment),
    device: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))),
    position: z.optional(z.enum(['near', 'far'])),
  },
  output: {
    meetingId: id,
    title: z.string(),
    state: z.enum(['present', 'late']),
    checkedInAt: moment,
    /** When they signed out; null where the code was for checking in. */
    signedOutAt: z.nullable(moment),
    /** The person had already done so: the first time is returned. */
    repeated: z.boolean(),
    /** Kept on the phone and sent later; a check-in then waits for the organiser's confirmation. */
    offline: z.boolean(),
    name: z.string(),
  },
  refusals: [
    'CODE_EXPIRED',
    'CODE_INVALID',
    'MEETING_NOT_OPEN',
    'MEETING_CANCELLED',
    'NOT_INVITED',
    'ALREADY_CLOSED',
    'NOT_CHECKED_IN',
    'SIGN_OUT_OFF',
    'SIGN_OUT_CLOSED',
  ],
})

const attendancePerson = z.object({
  memberId: id,
  name: z.string(),
  state: attendanceState,
  how: z.nullable(way),
  at: z.nullable(moment),
  flags: z.array(z.enum(attendanceFlags)),
  /** False for invited activists and colleagues, who are outside the count. */
  counted: z.boolean(),
  votes: z.boolean(),
  reason: z.nullable(z.string()),
  groupName: z.nullable(z.string()),
  signedOutAt: z.nullable(moment),
  /** Who admitted somebody who joins from afar (`how` is `remote`). */
  admittedBy: z.nullable(z.string()),
})

/**
 * The live list. `entitled` may vote; `quorum.needed` is more than half of them, 0 where the kind has no quorum.
 * With `since` (a `cursor` of an earlier answer) `people` holds only those who changed.
 */
export const attendance = defineRead({
  name: 'meetings.attendance',
  input: { meetingId: id, since: z.optional(moment) },
  output: {
    meetingState,
    /** Those who came and have not signed out when it is closed left early. */
    signOut: z.boolean(),
    cursor: moment,
    expected: z.int(),
    entitled: z.int(),
    present: z.int(),
    late: z.int(),
    excused: z.int(),
    absent: z.int(),
    invited: z.int(),
    quorum: z.object({ needed: z.int(), have: z.int(), met: z.boolean() }),
    people: z.array(attendancePerson),
  },
})

/** The organiser records or corrects one person; after close it needs a reason and stays visible. */
export const recordAttendance = defineWrite({
  name: 'meetings.recordAttendance',
  input: { meetingId: id, memberId: id, state: z.enum(['present', 'late', 'excused', 'absent', 'expected']), reason },
  output: {},
  refusals: ['MEETING_NOT_OPEN', 'MEETING_CANCELLED', 'NOT_INVITED'],
})

/** Adds people with a reason; activists and colleagues are always outside the count. */
export const invite = defineWrite({
  name: 'meetings.invite',
  input: { meetingId: id, memberIds: z.array(id).check(z.minLength(1), z.maxLength(200)), reason },
  output: { added: z.int() },
  refusals: ['ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

export const uninvite = defineWrite({
  name: 'meetings.uninvite',
  input: { meetingId: id, memberId: id, reason },
  output: {},
  refusals: ['ALREADY_CLOSED', 'MEETING_CANCELLED', 'NOT_INVITED', 'HAS_CHECK_INS'],
})

export const askLeave = defineWrite({
  name: 'meetings.askLeave',
  input: { meetingId: id, reason },
  output: {},
  refusals: ['LEAVE_CLOSED', 'NOT_INVITED', 'MEETING_CANCELLED', 'ALREADY_CHECKED_IN'],
})

export const withdrawLeave = defineWrite({
  name: 'meetings.withdrawLeave',
  input: { meetingId: id },
  output: {},
  refusals: ['LEAVE_CLOSED', 'NOTHING_TO_DECIDE'],
})

export const decideLeave = defineWrite({
  name: 'meetings.decideLeave',
  input: { meetingId: id, memberId: id, decision: z.enum(['granted', 'refused']), comment: z.optional(line(200)) },
  output: {},
  refusals: ['NOTHING_TO_DECIDE', 'ALREADY_CLOSED', 'ALREADY_CHECKED_IN'],
})

const called = z.object({
  memberId: id,
  name: z.string(),
  flags: z.array(z.enum(attendanceFlags)),
  result: z.nullable(z.enum(['here', 'not-here'])),
})

/** Draws three random names among the present, plus everyone flagged. A second draw replaces the unanswered names. */
export const drawRollCall = defineWrite({
  name: 'meetings.drawRollCall',
  input: { meetingId: id },
  output: { called: z.array(called) },
  refusals: ['MEETING_NOT_OPEN', 'ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

export const rollCall = defineRead({ name: 'meetings.rollCall', input: { meetingId: id }, output: { called: z.array(called) } })

export const answerRollCall = defineWrite({
  name: 'meetings.answerRollCall',
  input: { meetingId: id, memberId: id, result: z.enum(['here', 'not-here']) },
  output: {},
  refusals: ['NOTHING_TO_DECIDE', 'ALREADY_CLOSED'],
})

/** The organiser looked at a flagged check-in: it stands, or it does not count. */
export const settleFlags = defineWrite({
  name: 'meetings.settleFlags',
  input: { meetingId: id, memberId: id, decision: z.enum(['stands', 'does-not-count']), reason },
  output: {},
  refusals: ['NOTHING_TO_DECIDE', 'NOT_INVITED'],
})

/** The words a person reads for each kind, state, way and flag. */
export const meetingKindNames: Record<MeetingKind, string> = {
  assembly: '支部党员大会',
  'committee-meeting': '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'theme-day': '主题党日',
  'life-meeting': '组织生活会',
  'group-study': '集体学习',
  'appraisal-meeting': '民主评议会',
}
