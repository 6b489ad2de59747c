import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { materialKinds, taskShown } from './contract'

/** What officers do with study tasks, and what is told of how far people have come. */

/** Whom a task may be for: of these standings; and, where posts are named, holding one of them. */
export const audienceStandings = ['full', 'probationary', 'activist', 'colleague'] as const
export const audiencePosts = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader', 'leader'] as const

export const mostText = 50_000

const within = (least: number, most: number) =>
  z.int().check(z.minimum(least, `从 ${least} 到 ${most}`), z.maximum(most, `从 ${least} 到 ${most}`))

/**
 * Prepares a task for the people of a unit and of whatever stands below it, or changes one that was not published (`taskId`).
 * A link needs its address, a file or a video what was uploaded, an offline session its meeting.
 */
export const saveTask = defineWrite({
  name: 'study.saveTask',
  input: {
    taskId: z.optional(id),
    unitId: id,
    kind: z.enum(materialKinds),
    title: line(60),
    text: paragraphs(mostText),
    url: z.optional(line(500).check(z.regex(/^https?:\/\/[^\s<>"]+$/, '请填写以 http 开头的网址'))),
    fileId: z.optional(id),
    meetingId: z.optional(id),
    standings: z.array(z.enum(audienceStandings)).check(z.minLength(1, '至少选择一类人员'), z.maxLength(audienceStandings.length)),
    posts: z.array(z.enum(audiencePosts)).check(z.maxLength(audiencePosts.length)),
    dueAt: moment,
    requiredMinutes: within(0, 1440),
    creditMinutes: within(0, 6000),
    passMark: z.optional(within(1, 100)),
    questionCount: z.optional(within(1, 100)),
    mostAttempts: z.optional(within(1, 100)),
  },
  output: { taskId: id },
  refusals: ['STUDY_PUBLISHED', 'WINDOW_OVER', 'FILE_MISSING', 'FILE_TYPE_REFUSED', 'MEETING_CANCELLED'],
})

/** Throws away a task that was not published. */
export const discardTask = defineWrite({
  name: 'study.discardTask',
  input: { taskId: id },
  output: {},
  refusals: ['STUDY_PUBLISHED'],
})

/** Gives the task to everybody it is for, and tells them; whoever comes later gets it while it is not yet due. */
export const publishTask = defineWrite({
  name: 'study.publish',
  input: { taskId: id },
  output: { assigned: z.int() },
  refusals: ['STUDY_PUBLISHED', 'WINDOW_OVER', 'NOBODY_TO_STUDY', 'MEETING_CANCELLED'],
})

/** Ends a published task, with a reason. Who has not finished it owes it no more; what was finished stays. */
export const withdrawTask = defineWrite({
  name: 'study.withdraw',
  input: { taskId: id, reason: line(200) },
  output: {},
  refusals: ['STUDY_NOT_OPEN'],
})

const counts = { assigned: z.int(), finished: z.int() }

/** What a unit has prepared and published, and what others gave to its people, the latest first; drafts only for whoever may change them. */
export const tasks = defineRead({
  name: 'study.tasks',
  input: { unitId: id },
  output: {
    now: moment,
    mayManage: z.boolean(),
    tasks: z.array(z.object({ ...taskShown, ...counts })),
    more: z.boolean(),
  },
})

/** How far the people of a unit are with a task, by branch: numbers, nobody's name. */
export const progress = defineRead({
  name: 'study.progress',
  input: { taskId: id, unitId: id },
  output: {
    now: moment,
    ...taskShown,
    ...counts,
    mayName: z.boolean(),
    units: z.array(z.object({ unitId: id, name: z.string(), ...counts })),
  },
})

/** The same by name, of one branch or group; those who have not finished first. */
export const people = defineRead({
  name: 'study.people',
  input: { taskId: id, unitId: id },
  output: {
    people: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        seconds: z.int(),
        bestMark: z.nullable(z.int()),
        doneAt: z.nullable(moment),
      }),
    ),
  },
})

/** The year's hours of everybody in a branch or group, the fewest first. */
export const hours = defineRead({
  name: 'study.hours',
  input: { unitId: id, year: z.int().check(z.minimum(2000), z.maximum(2099)) },
  output: {
    people: z.array(z.object({ memberId: id, name: z.string(), minutes: z.int(), hoursWanted: z.int() })),
  },
})
