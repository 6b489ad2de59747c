import { defineRead, defineWrite, id, linkedFile, moment, paragraphs, z } from '../kernel/contract'

/** 学习: what is to be studied, by whom, by when; what counts is what the server saw. */

export const materialKinds = ['text', 'link', 'file', 'video', 'meeting'] as const
export const taskStates = ['draft', 'published', 'withdrawn'] as const

export type MaterialKind = (typeof materialKinds)[number]
export type TaskState = (typeof taskStates)[number]

/**
 * Hours of study a year: 32 for a member, 56 for a secretary or a member of the committee
 * (中国共产党党员教育管理工作条例, 2019: 党员每年集中学习培训时间一般不少于 32 学时，基层党组织书记和班子成员不少于 56 学时).
 */
export const yearlyHours = { member: 32, officer: 56 } as const

/** Minutes of one 学时, a lesson. The regulation leaves it open; practice is 45 to 60. */
export const minutesAnHour = 45

/** How often an open page says that it is looked at, in seconds. */
export const beatEvery = 20

/** A quiz: percent to reach, how many questions are drawn, how often it may be tried (null: as often as one likes). All null: no quiz. */
const quiz = { passMark: z.nullable(z.int()), questionCount: z.nullable(z.int()), mostAttempts: z.nullable(z.int()) }

/** A task as every list shows it. */
export const taskShown = {
  taskId: id,
  unitId: id,
  unitName: z.string(),
  kind: z.enum(materialKinds),
  title: z.string(),
  state: z.enum(taskStates),
  dueAt: moment,
  /** To be read at least so long; 0 where opening it is enough. */
  requiredMinutes: z.int(),
  /** What it counts towards the year's hours, in minutes. */
  creditMinutes: z.int(),
  ...quiz,
}

/** How far the caller has come; seconds are those the server counted. */
const progress = {
  seconds: z.int(),
  bestMark: z.nullable(z.int()),
  attempts: z.int(),
  doneAt: z.nullable(moment),
}

/** Most tasks of each part in one answer. */
export const mostTasks = 100

/** What the caller is to study and what they have finished, and their hours of this year. A withdrawn task is in `done` or nowhere. */
export const mine = defineRead({
  name: 'study.mine',
  input: {},
  output: {
    now: moment,
    year: z.int(),
    /** Credited this year, in minutes, and how many hours are wanted. */
    minutes: z.int(),
    hoursWanted: z.int(),
    /** The first due first. */
    open: z.array(z.object({ ...taskShown, ...progress })),
    /** The latest finished first. */
    done: z.array(z.object({ ...taskShown, ...progress })),
    more: z.boolean(),
  },
})

export const mostNote = 20_000

const note = z.object({ text: z.string(), revision: z.int(), savedAt: moment })

/** One task with its material; `mine` for whoever it was given to, with a note that nobody else reads. */
export const task = defineRead({
  name: 'study.task',
  input: { taskId: id },
  output: {
    now: moment,
    ...taskShown,
    text: z.string(),
    url: z.nullable(z.string()),
    file: z.nullable(z.object(linkedFile)),
    meeting: z.nullable(z.object({ meetingId: id, title: z.string(), startsAt: moment })),
    standings: z.array(z.string()),
    posts: z.array(z.string()),
    withdrawReason: z.nullable(z.string()),
    mayManage: z.boolean(),
    mine: z.nullable(z.object({ ...progress, note: z.nullable(note) })),
  },
})

/**
 * Says that the caller looks at the material now; `begins` where the page has just come into sight. Counts at most the time since the
 * caller's last beat, whatever it was for and from whichever phone, and nothing where that is too long ago.
 */
export const beat = defineWrite({
  name: 'study.beat',
  input: { taskId: id, begins: z.boolean() },
  output: { seconds: z.int(), doneAt: z.nullable(moment) },
  refusals: ['STUDY_NOT_OPEN'],
})

/** Keeps the caller's note. `revision` is that of the note it was written on, 0 for the first: another phone's words are never lost. */
export const saveNote = defineWrite({
  name: 'study.saveNote',
  input: { taskId: id, text: paragraphs(mostNote), revision: z.int().check(z.minimum(0), z.maximum(1_000_000)) },
  output: { revision: z.int(), savedAt: moment },
  refusals: ['NOTE_CHANGED'],
})
