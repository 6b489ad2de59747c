import { defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { evidenceSent, evidenceShown, performanceStates, submission, year } from './contract'

/** 亮绩效: what came of a pledge or a project in a quarter, as a figure or a fact, verified by the branch. */

/** Most entries of one person and quarter, drafts included. */
export const mostPerformances = 20

const quarter = z.int().check(z.minimum(1, '季度从 1 到 4'), z.maximum(4, '季度从 1 到 4'))
const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pledge'), pledgeId: id }),
  z.strictObject({ kind: z.literal('project'), projectId: id }),
])

/** A decimal as text, since it is added up exactly: 12 digits before the point at most, 4 behind it; never negative. */
const decimal = z.string().check(z.regex(/^\d{1,12}(?:\.\d{1,4})?$/, '请填写数字，小数点前最多 12 位，后最多 4 位'))

/**
 * Writes a draft, or changes one; only its owner sees it. The evidence is these pieces and no others from now on. A quarter that has not
 * begun (China's time) is INVALID_INPUT; the pledge is published or settled, the project running or accepted.
 */
export const savePerformance = defineWrite({
  name: 'showcase.savePerformance',
  input: {
    performanceId: z.optional(id),
    year,
    quarter,
    about,
    text: paragraphs(500).check(z.minLength(1, '请填写')),
    figure: z.optional(z.strictObject({ value: decimal, unit: line(10) })),
    evidence: evidenceSent,
  },
  output: { performanceId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT', 'SUBJECT_UNSUITABLE', 'PERFORMANCES_FULL', 'FILE_MISSING'],
})

/** Throws a draft and its evidence away. What was decided on before stays with its submissions. */
export const discardPerformance = defineWrite({
  name: 'showcase.discardPerformance',
  input: { performanceId: id },
  output: {},
  refusals: ['NOT_A_DRAFT'],
})

/** Puts a draft before the branch, with one piece of evidence at least; verified, everybody sees it and it is never edited. */
export const submitPerformance = defineWrite({
  name: 'showcase.submitPerformance',
  input: { performanceId: id },
  output: { submissionId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT', 'SUBJECT_UNSUITABLE', 'EVIDENCE_WANTED'],
})

const inTime = { year, quarter: z.int() }

/** What an entry belongs to; `text` as people read it. */
const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pledge'), pledgeId: id, text: z.string() }),
  z.object({ kind: z.literal('project'), projectId: id, text: z.string() }),
])

const entry = {
  performanceId: id,
  ...inTime,
  about: subject,
  text: z.string(),
  figure: z.nullable(z.object({ value: z.string(), unit: z.string() })),
  state: z.enum(performanceStates),
  /** Why it was returned, or its verification undone, where it is a draft again; for its owner. */
  comment: z.nullable(z.string()),
  evidence: evidenceShown,
}

/**
 * Somebody's entries of a year (the caller's own of this year by default), the latest quarter first. Everybody in the organisation sees
 * what is verified, the branch's officers also what waits for them, its owner all of it.
 */
export const performances = defineRead({
  name: 'showcase.performances',
  input: { memberId: z.optional(id), year: z.optional(year) },
  output: {
    /** The quarter it is in China. */
    current: z.object(inTime),
    memberId: id,
    name: z.string(),
    year,
    /** Years there is something of, the latest first. */
    years: z.array(year),
    mine: z.boolean(),
    /** Whether the caller may write an entry here: their own page, and they are a member of the Party. */
    mayAdd: z.boolean(),
    entries: z.array(z.object(entry)),
    /** The last eight quarters, the current one last, whatever year was asked for: verified entries, and the exact sum by unit. */
    trend: z.array(z.object({ ...inTime, verified: z.int(), figures: z.array(z.object({ unit: z.string(), sum: z.string() })) })),
  },
})

/** One entry, whole. `submissions` only for its owner and the branch's officers, empty for everybody else. NOT_FOUND for somebody else's draft. */
export const performance = defineRead({
  name: 'showcase.performance',
  input: { performanceId: id },
  output: {
    ...entry,
    memberId: id,
    name: z.string(),
    unitName: z.string(),
    verifiedAt: z.nullable(moment),
    mine: z.boolean(),
    /** Whether the caller decides on what of it waits, and may undo its verification. */
    mayDecide: z.boolean(),
    submissions: z.array(submission),
  },
})

/** What an entry of mine can belong to, of this year and the last, and the quarters of both that have begun; the latest first. */
export const performanceSubjects = defineRead({
  name: 'showcase.performanceSubjects',
  input: {},
  output: {
    quarters: z.array(z.object(inTime)),
    subjects: z.array(z.object({ year, about: subject })),
  },
})
