import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'

/** `withdrawn` is owed no more: the person was there after all, or was taken out of those who owe it. */
export const makeUpStates = ['owed', 'handed-in', 'accepted', 'returned', 'withdrawn'] as const
export type MakeUpState = (typeof makeUpStates)[number]

const state = z.enum(makeUpStates)
const written = (max: number) => paragraphs(max).check(z.minLength(1, '请填写'))

/**
 * Those who missed a closed meeting owe a make-up study (补课) by a date. Doing it again changes date and instructions for whoever
 * is not done yet, and who owes it; what was handed in stays.
 */
export const setMakeUp = defineWrite({
  name: 'meetings.setMakeUp',
  input: { meetingId: id, dueAt: moment, instructions: written(2000), whom: z.enum(['absent', 'absent-and-excused']) },
  output: { owed: z.int() },
  refusals: ['MEETING_NOT_CLOSED', 'MEETING_CANCELLED', 'NOBODY_MISSED'],
})

const makeUp = {
  state,
  dueAt: moment,
  instructions: z.string(),
  /** What the member wrote (心得). */
  note: z.nullable(z.string()),
  handedInAt: z.nullable(moment),
  /** The organiser's word about it, the reason where it was returned. */
  decision: z.nullable(z.string()),
}

/** Who owes a make-up of a meeting, those handed in first. */
export const makeUps = defineRead({
  name: 'meetings.makeUps',
  input: { meetingId: id },
  output: { now: moment, makeUps: z.array(z.object({ memberId: id, name: z.string(), ...makeUp })) },
})

/** My make-ups that are not done yet, and the one of a meeting by `meetingId` whatever became of it; the first due first. */
export const myMakeUps = defineRead({
  name: 'meetings.myMakeUps',
  input: { meetingId: z.optional(id) },
  output: {
    now: moment,
    makeUps: z.array(z.object({ meetingId: id, title: z.string(), unitName: z.string(), startsAt: moment, ...makeUp })),
  },
})

/** Hands in my make-up with a note; again as long as it is not accepted. */
export const handInMakeUp = defineWrite({
  name: 'meetings.handInMakeUp',
  input: { meetingId: id, note: written(2000) },
  output: {},
  refusals: ['NOTHING_OWED'],
})

/** Accepts what was handed in, or returns it with a reason. */
export const decideMakeUp = defineWrite({
  name: 'meetings.decideMakeUp',
  input: { meetingId: id, memberId: id, decision: z.enum(['accepted', 'returned']), comment: z.optional(line(200)) },
  output: {},
  refusals: ['NOTHING_TO_DECIDE'],
})
