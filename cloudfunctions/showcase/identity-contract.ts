import { day, defineRead, defineWrite, id, line, paragraphs, z } from '../kernel/contract'
import { claimKinds, evidenceSent, evidenceShown, submission } from './contract'

/** 亮身份: who somebody is, which position and badges the branch confirmed, and what their duties are. */

/** Most badges of one person, those that wait included. */
export const mostBadges = 6
/** Largest photo that is shown, in bytes. */
export const largestPhoto = 200 * 1024
/** Most lines of duty of one person, and most tasks of one line. */
export const mostDuties = 12
export const mostTasks = 10

/** The organisation's own words: a contract stands alone, and the compiler compares them where the answer is made. */
const standing = z.enum(['full', 'probationary', 'activist', 'colleague'])
const post = z.enum(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader', 'leader', 'administrator'])

const duty = z.object({ text: z.string(), tasks: z.array(z.string()) })
/** `submissionId` is what an officer undoes it by; null for everybody else. */
const confirmed = z.object({ claimId: id, text: z.string(), submissionId: z.nullable(id) })

/** Somebody of the organisation, the caller by default. Everybody signed in sees it, but for `claims`. */
export const identity = defineRead({
  name: 'showcase.identity',
  input: { memberId: z.optional(id) },
  output: {
    memberId: id,
    name: z.string(),
    unitName: z.string(),
    groupName: z.nullable(z.string()),
    standing,
    /** In the Party; the administrator's is none. */
    posts: z.array(z.object({ unitName: z.string(), post })),
    /** A link that works for ten minutes at least. */
    photo: z.nullable(z.string()),
    joinedOn: z.nullable(day),
    introduction: z.string(),
    position: z.nullable(confirmed),
    /** In the order they were confirmed. */
    badges: z.array(confirmed),
    duties: z.array(duty),
    mine: z.boolean(),
    maySetDuties: z.boolean(),
    /** What waits for the branch or came back, the latest first; only for its owner and the branch's officers, empty for everybody else. */
    claims: z.array(
      z.object({
        claimId: id,
        kind: z.enum(claimKinds),
        text: z.string(),
        state: z.enum(['waiting', 'returned']),
        /** The last of it. */
        submission,
        evidence: evidenceShown,
      }),
    ),
  },
})

/** What the caller says of themselves; shown at once. `joinedOn` is not in the future. */
export const saveProfile = defineWrite({
  name: 'showcase.saveProfile',
  input: { introduction: paragraphs(300), joinedOn: z.nullable(day) },
  output: {},
  refusals: ['PARTY_MEMBERS_ONLY'],
})

/**
 * The caller's photo, from a file they uploaded, or none. What is shown is a copy without a word on where and with what it was taken.
 * Refuses all but whole jpg files of at most 200 KB and 2 000 pixels a side.
 */
export const setPhoto = defineWrite({
  name: 'showcase.setPhoto',
  input: { fileId: z.nullable(id) },
  output: {},
  refusals: ['PARTY_MEMBERS_ONLY', 'PHOTO_UNSUITABLE', 'FILE_MISSING'],
})

/**
 * Says which position the caller works in, or that they hold a badge; it is shown once the branch has confirmed it.
 * `claimId` names one that came back, to put before the branch again.
 */
export const claim = defineWrite({
  name: 'showcase.claim',
  input: { claimId: z.optional(id), kind: z.enum(claimKinds), text: line(30), evidence: evidenceSent },
  output: { claimId: id, submissionId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'BADGES_FULL', 'ALREADY_WAITING', 'NOT_A_DRAFT', 'FILE_MISSING'],
})

/** The caller takes down what was confirmed, or drops what came back. That a badge was held stays a fact. */
export const endClaim = defineWrite({
  name: 'showcase.endClaim',
  input: { claimId: id },
  output: {},
  refusals: ['ALREADY_WAITING'],
})

const tasks = z.array(line(100)).check(z.maxLength(mostTasks, `最多 ${mostTasks} 项任务`))

/** 岗位职责 of a person: these and no others from now on, in this order. */
export const setDuties = defineWrite({
  name: 'showcase.setDuties',
  input: {
    memberId: id,
    duties: z.array(z.strictObject({ text: line(60), tasks })).check(z.maxLength(mostDuties, `最多 ${mostDuties} 项职责`)),
  },
  output: {},
  refusals: ['PARTY_MEMBERS_ONLY'],
})
