import { defineRead, defineWrite, id, moment, z } from '../kernel/contract'
import { meetingStates, schedule } from './contract'

export const repetitionSteps = ['week', 'month-day', 'month-weekday'] as const
export type RepetitionStep = (typeof repetitionSteps)[number]

/** Most meetings one series may have. */
export const mostInSeries = 24

const { requestId: _, ...plan } = schedule.input.shape

/** Puts a series on the calendar; `count` and `until` (a day in China) end it, whichever comes first, a year at the latest. */
export const scheduleSeries = defineWrite({
  name: 'meetings.scheduleSeries',
  input: {
    ...plan,
    repetition: z.strictObject({
      every: z.enum(repetitionSteps),
      count: z.optional(z.int().check(z.minimum(2, '至少 2 次'), z.maximum(mostInSeries, `最多 ${mostInSeries} 次`))),
      until: z.optional(z.iso.date('日期格式不正确')),
    }),
  },
  output: { seriesId: id, meetingIds: z.array(id) },
  refusals: ['NO_GROUP'],
})

/** The meetings of a meeting's series, earliest first; of one that stands alone, none. */
export const series = defineRead({
  name: 'meetings.series',
  input: { meetingId: id },
  output: { meetings: z.array(z.object({ meetingId: id, title: z.string(), startsAt: moment, state: z.enum(meetingStates) })) },
})
