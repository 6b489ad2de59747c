import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { meetingKinds, meetingStates } from './contract'

/** Recording a past meeting (补录): everyone was there except those named. */

const when = { unitId: id, kind: z.enum(meetingKinds), startsAt: moment }
const durationMinutes = z.int().check(z.minimum(5, '至少 5 分钟'), z.maximum(24 * 60, '最多 24 小时'))

/** Who would be expected, to tap those who were not there, and what may be the same meeting. */
export const previewPast = defineRead({
  name: 'meetings.previewPast',
  input: { ...when, durationMinutes },
  output: {
    people: z.array(z.object({ memberId: id, name: z.string(), groupName: z.nullable(z.string()), votes: z.boolean() })),
    /** Of the same unit and kind at the same time: said, not enforced. */
    same: z.array(z.object({ meetingId: id, title: z.string(), startsAt: moment, state: z.enum(meetingStates) })),
  },
  refusals: ['NO_GROUP', 'NOT_OVER_YET', 'TOO_LONG_AGO'],
})

/** Puts a meeting that is over on the calendar with its whole attendance, closed and marked 补录; its facts are written. */
export const recordPast = defineWrite({
  name: 'meetings.recordPast',
  input: {
    ...when,
    durationMinutes,
    title: line(80),
    place: line(80),
    agenda: z.optional(paragraphs(4000)),
    /** Everyone else who is expected was present. `not-expected` takes off the list whoever belonged elsewhere at that time. */
    exceptions: z
      .array(z.object({ memberId: id, state: z.enum(['late', 'excused', 'absent', 'not-expected']), reason: line(200) }))
      .check(z.maxLength(2_000)),
    /** Attended as well, as those do who are invited (列席). */
    invitedIds: z.optional(z.array(id).check(z.maxLength(200))),
    /** The person was told that there may be such a meeting already, and means another. */
    evenIfSame: z.optional(z.boolean()),
  },
  output: { meetingId: id },
  refusals: ['NO_GROUP', 'NOT_OVER_YET', 'TOO_LONG_AGO', 'SAME_MEETING', 'NOT_INVITED'],
})
