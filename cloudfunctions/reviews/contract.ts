import { defineRead, defineWrite, id, line, moment, z } from '../kernel/contract'

/** 一评: colleagues rate honestly, because a ballot cannot be joined to whoever cast it. docs/anonymity.md says what is hidden and what is not. */

/** 一评 each quarter · 民主评议党员 each year · 融合成效, where each rates their own branch. */
export const templates = ['review', 'appraisal', 'fusion'] as const
export const roundStates = ['draft', 'open', 'closed'] as const
/** Who rates: oneself (only in an appraisal), the branch's members, the colleagues around it, its committee. */
export const parts = ['self', 'mutual', 'public', 'organisation'] as const
/** The grades of 民主评议党员, the best first. */
export const grades = ['excellent', 'qualified', 'basically-qualified', 'unqualified'] as const

export type Template = (typeof templates)[number]
export type RoundState = (typeof roundStates)[number]
export type Part = (typeof parts)[number]
export type Grade = (typeof grades)[number]

/** Fewest ballots of which more than their number is told; lower would say who gave what. */
export const leastMinimum = 3

const weight = z.int().check(z.minimum(1, '权重从 1 到 100'), z.maximum(100, '权重从 1 到 100'))
const criteria = z.array(z.strictObject({ name: line(20), weight })).check(z.minLength(1, '至少一项'), z.maxLength(10, '最多 10 项'))
const minimumBallots = z.int().check(z.minimum(leastMinimum, `不少于 ${leastMinimum} 票`), z.maximum(100, '不多于 100 票'))
/** Of the raters' parts beside oneself. */
const raters = z.array(z.enum(['mutual', 'public', 'organisation'])).check(z.minLength(1, '至少选择一类评议人'))

const setting = {
  title: line(60),
  criteria,
  raters,
  minimumBallots,
  /** Off by default: a way of writing can be known. */
  comments: z.boolean(),
  closesAt: moment,
}

/** Prepares a round for a branch, or for everything below a committee; nobody is asked anything before it opens. */
export const createRound = defineWrite({
  name: 'reviews.createRound',
  input: { unitId: id, template: z.enum(templates), ...setting },
  output: { roundId: id },
  refusals: ['NOT_A_ROUND_UNIT', 'WINDOW_OVER'],
})

/** Changes a round that was not opened. */
export const changeRound = defineWrite({
  name: 'reviews.changeRound',
  input: { roundId: id, ...setting },
  output: {},
  refusals: ['ROUND_OPENED', 'WINDOW_OVER'],
})

/** Throws away a round that was not opened. */
export const discardRound = defineWrite({
  name: 'reviews.discardRound',
  input: { roundId: id },
  output: {},
  refusals: ['ROUND_OPENED'],
})

/** Writes down who is rated and who rates, as the roster is now, makes the round's key and lets tokens be asked for. */
export const openRound = defineWrite({
  name: 'reviews.open',
  input: { roundId: id },
  output: { subjects: z.int(), raters: z.int() },
  refusals: ['ROUND_OPENED', 'ROUND_CLOSED', 'WINDOW_OVER', 'NOBODY_TO_RATE'],
})

/** Moves the end of an open round further away. */
export const extendRound = defineWrite({
  name: 'reviews.extend',
  input: { roundId: id, closesAt: moment },
  output: {},
  refusals: ['ROUND_NOT_OPEN', 'WINDOW_OVER'],
})

/** Ends an open round: the lines are rewritten in random order, the results counted, key and lines published to its raters. */
export const closeRound = defineWrite({
  name: 'reviews.close',
  input: {
    roundId: id,
    /** The best grade left to whoever crossed a line (底线); only in an appraisal. */
    caps: z.array(z.strictObject({ memberId: id, grade: z.enum(grades), reason: line(200) })).check(z.maxLength(100)),
  },
  output: { ballots: z.int(), issued: z.int() },
  refusals: ['ROUND_NOT_OPEN', 'CAP_NOT_A_SUBJECT', 'CAPS_WITHOUT_GRADES'],
})

/** A token for one subject, blinded by the phone; 32 bytes as base64url. The same blinded serial gets the same answer, another one none. */
export const issue = defineWrite({
  name: 'reviews.issue',
  input: { roundId: id, subjectId: id, blinded: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) },
  output: { evaluated: z.string(), proof: z.string() },
  refusals: ['ROUND_NOT_OPEN', 'NOT_A_RATER', 'ALREADY_ISSUED', 'TOKEN_UNREADABLE'],
})

/** A phone was lost before its token was used: it counts as void, which is listed by name and reason, and a new one may be asked for. */
export const voidIssue = defineWrite({
  name: 'reviews.void',
  input: { roundId: id, subjectId: id, memberId: id, reason: line(200) },
  output: {},
  refusals: ['ROUND_NOT_OPEN', 'NOTHING_TO_VOID'],
})

/** Whom an officer may void for: who was issued a token in an open round, and for whom. Nothing is told of any ballot. */
export const issued = defineRead({
  name: 'reviews.issued',
  input: { roundId: id },
  output: {
    /** Everybody who is rated, by name: also whoever may have a grade capped at the close. */
    subjects: z.array(z.object({ subjectId: id, name: z.string() })),
    /** By the rater's name. */
    issued: z.array(z.object({ memberId: id, name: z.string(), subjectId: id, part: z.enum(parts) })),
  },
  refusals: ['ROUND_NOT_OPEN'],
})

const summary = {
  roundId: id,
  unitId: id,
  unitName: z.string(),
  template: z.enum(templates),
  title: z.string(),
  state: z.enum(roundStates),
  closesAt: moment,
  closedAt: z.nullable(moment),
}

/** Rounds the caller rates in, is rated in or prepares; the latest first. */
export const rounds = defineRead({
  name: 'reviews.rounds',
  input: {},
  output: {
    now: moment,
    rounds: z.array(
      z.object({
        ...summary,
        /** How many subjects are the caller's to rate, and for how many they were issued a token. */
        toRate: z.int(),
        issued: z.int(),
        mayManage: z.boolean(),
      }),
    ),
  },
})

/** One round as its raters see it; the subjects are those the caller rates, none for whoever only manages it. */
export const round = defineRead({
  name: 'reviews.round',
  input: { roundId: id },
  output: {
    ...summary,
    now: moment,
    orgId: id,
    criteria: z.array(z.object({ name: z.string(), weight: z.int() })),
    raters: z.array(z.enum(parts)),
    minimumBallots: z.int(),
    comments: z.boolean(),
    /** Base64url; null before it is opened. */
    publicKey: z.nullable(z.string()),
    mayManage: z.boolean(),
    subjects: z.array(z.object({ subjectId: id, name: z.string(), part: z.enum(parts), issued: z.boolean() })),
    /** How many ballots could come, were issued a token, have come: never whose. */
    progress: z.object({ expected: z.int(), issued: z.int(), ballots: z.int() }),
  },
})

const tally = z.object({
  ballots: z.int(),
  /** Two decimals; null below the round's minimum, where the criteria are empty, too. */
  score: z.nullable(z.string()),
  criteria: z.array(z.object({ name: z.string(), mean: z.string(), distribution: z.array(z.int()) })),
})

/**
 * What a closed round came to: of the caller themselves, of those they could rate, or of everybody for the officers of its unit.
 * `median` is that of the subject's branch. More ballots than were issued is `overfull`: then no result deserves trust.
 */
export const results = defineRead({
  name: 'reviews.results',
  input: { roundId: id },
  output: {
    ...summary,
    minimumBallots: z.int(),
    subjects: z.array(
      z.object({
        subjectId: id,
        unitId: id,
        name: z.string(),
        mine: z.boolean(),
        ballots: z.int(),
        issued: z.int(),
        overfull: z.boolean(),
        score: z.nullable(z.string()),
        median: z.nullable(z.string()),
        grade: z.nullable(z.enum(grades)),
        capReason: z.nullable(z.string()),
        /** Parts with too few ballots, whose weight went to the others. */
        dropped: z.array(z.enum(parts)),
        tallies: z.array(z.object({ part: z.enum([...parts, 'all']), ...tally.shape })),
        /** In random order, once the round is closed; none below the minimum. */
        comments: z.array(z.string()),
      }),
    ),
  },
  refusals: ['ROUND_NOT_CLOSED'],
})

/**
 * Everything a rater needs to check the result without us: the round's keys, who was issued a token, which were voided, and every line.
 * A line is found by its serial, which only the phone that made it knows. `npm run verify-round` recomputes the results from this alone.
 */
export const exportRound = defineRead({
  name: 'reviews.export',
  input: { roundId: id },
  output: {
    roundId: id,
    template: z.enum(templates),
    title: z.string(),
    criteria: z.array(z.object({ name: z.string(), weight: z.int() })),
    minimumBallots: z.int(),
    publicKey: z.string(),
    secretKey: z.string(),
    subjects: z.array(z.object({ subjectId: id, unitId: id, name: z.string() })),
    issued: z.array(z.object({ name: z.string(), subjectId: id, part: z.enum(parts) })),
    caps: z.array(z.object({ memberId: id, grade: z.enum(grades), reason: z.string() })),
    voided: z.array(z.object({ name: z.string(), subjectId: id, part: z.enum(parts), reason: z.string(), voidedBy: z.string() })),
    lines: z.array(z.object({ subjectId: id, part: z.enum(parts), serial: z.string(), marks: z.array(z.int()) })),
  },
  refusals: ['ROUND_NOT_CLOSED'],
})
