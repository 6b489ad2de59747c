import { day, defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { evidenceSent, evidenceShown, outcomes, pledgeCategories, pledgeStates, pledgeText, submission, year } from './contract'

/** 亮承诺: what somebody promises for a year, how far it is, and whether it was kept. */

/** Most pledges of one person and year, drafts included. */
export const mostPledges = 12

const written = (max: number) => paragraphs(max).check(z.minLength(1, '请填写'))
const words = { category: z.enum(pledgeCategories), text: written(300), measure: line(100), target: line(60), dueOn: day }
const progress = z.int().check(z.minimum(0, '进度从 0 到 100'), z.maximum(100, '进度从 0 到 100'))

/** Writes a draft, or changes one; only its owner sees it. `dueOn` lies in the year. */
export const draftPledge = defineWrite({
  name: 'showcase.draftPledge',
  input: { pledgeId: z.optional(id), year, ...words },
  output: { pledgeId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT', 'PLEDGES_FULL'],
})

/** Throws a draft away. */
export const discardPledge = defineWrite({
  name: 'showcase.discardPledge',
  input: { pledgeId: id },
  output: {},
  refusals: ['NOT_A_DRAFT'],
})

/** Puts a draft before the branch; approved, it is published. */
export const proposePledge = defineWrite({
  name: 'showcase.proposePledge',
  input: { pledgeId: id },
  output: { submissionId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT', 'ALREADY_WAITING'],
})

/** Puts other words for a published pledge before the branch, with a reason. The published ones stand until it approves, and stay visible after it. */
export const revisePledge = defineWrite({
  name: 'showcase.revisePledge',
  input: { pledgeId: id, ...words, reason: line(200) },
  output: { submissionId: id },
  refusals: ['PLEDGE_NOT_PUBLISHED', 'ALREADY_WAITING'],
})

/** What was done for a published pledge, and how far it is in percent; shown at once. */
export const notePledge = defineWrite({
  name: 'showcase.notePledge',
  input: { pledgeId: id, text: written(500), progress, evidence: evidenceSent },
  output: { noteId: id },
  refusals: ['PLEDGE_NOT_PUBLISHED', 'FILE_MISSING'],
})

/** Says how a published pledge came out, with evidence unless it was broken; it counts once the branch has verified it. */
export const reportOutcome = defineWrite({
  name: 'showcase.reportOutcome',
  input: { pledgeId: id, outcome: z.enum(outcomes), text: written(500), evidence: evidenceSent },
  output: { submissionId: id },
  refusals: ['PLEDGE_NOT_PUBLISHED', 'ALREADY_WAITING', 'EVIDENCE_WANTED', 'FILE_MISSING'],
})

const summary = {
  pledgeId: id,
  ...pledgeText,
  state: z.enum(pledgeStates),
  progress: z.int(),
  /** Of the approved text; above 1 it was revised. */
  version: z.int(),
  /** What of it waits for the branch now; null for everybody but its owner and the branch's officers. */
  waiting: z.nullable(z.enum(['pledge', 'pledge-revision', 'pledge-outcome'])),
  /** The branch's reason where it returned, or undid, what was put before it last: a draft, a revision or an outcome. For the same people. */
  returned: z.nullable(z.string()),
}

const revision = z.object({ kind: z.literal('pledge-revision'), submissionId: id, ...pledgeText, reason: z.string() })
const reported = z.object({
  kind: z.literal('pledge-outcome'),
  submissionId: id,
  outcome: z.enum(outcomes),
  text: z.string(),
  evidence: evidenceShown,
})

/**
 * Somebody's pledges of a year (the caller's own of this year by default), by due day. Everybody in the organisation sees what was
 * published; its owner sees the drafts too, the branch's officers what waits for them. `today` is the server's day in China.
 */
export const pledges = defineRead({
  name: 'showcase.pledges',
  input: { memberId: z.optional(id), year: z.optional(year) },
  output: {
    today: day,
    memberId: id,
    name: z.string(),
    year,
    /** Years there is something of, the latest first. */
    years: z.array(year),
    mine: z.boolean(),
    pledges: z.array(z.object(summary)),
  },
})

/** One pledge, whole. `submissions` only for its owner and the branch's officers, empty for everybody else. */
export const pledge = defineRead({
  name: 'showcase.pledge',
  input: { pledgeId: id },
  output: {
    ...summary,
    today: day,
    year,
    memberId: id,
    name: z.string(),
    unitName: z.string(),
    mine: z.boolean(),
    mayDecide: z.boolean(),
    publishedAt: z.nullable(moment),
    settledAt: z.nullable(moment),
    outcome: z.nullable(z.object({ text: z.string(), evidence: evidenceShown })),
    /** Latest first. */
    notes: z.array(z.object({ noteId: id, at: moment, text: z.string(), progress: z.int(), evidence: evidenceShown })),
    /** Every approved text, the latest first; the first of all has no reason. */
    versions: z.array(
      z.object({ version: z.int(), ...pledgeText, reason: z.nullable(z.string()), approvedBy: z.string(), approvedAt: moment }),
    ),
    submissions: z.array(submission),
    /** A revision or an outcome that waits, as it was submitted; for the same people. */
    proposal: z.nullable(z.discriminatedUnion('kind', [revision, reported])),
    /** The last revision or outcome where it was returned, taken back or undone: to go on from, with the same evidence. Only for its owner. */
    unfinished: z.nullable(z.discriminatedUnion('kind', [revision, reported])),
  },
})

/** So many days before it is due a pledge is shown on the first page. */
export const dueSoonDays = 30

/** The caller's own published pledges that are due within these days, or overdue, and of which no outcome waits; the first due first. */
export const duePledges = defineRead({
  name: 'showcase.duePledges',
  input: {},
  output: {
    /** The server's day in China. */
    today: day,
    pledges: z.array(z.object({ pledgeId: id, text: z.string(), target: z.string(), dueOn: day, progress: z.int() })),
  },
})
