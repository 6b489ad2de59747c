import { defineRead, defineWrite, id, line, moment, z } from '../kernel/contract'

/** `secret` waits for the anonymous ballot; until then it is refused. */
export const motionKinds = ['show-of-hands', 'open', 'secret'] as const
export const motionStates = ['put', 'voting', 'closed', 'withdrawn'] as const
export const choices = ['in-favour', 'against', 'abstained'] as const

export type MotionKind = (typeof motionKinds)[number]
export type MotionState = (typeof motionStates)[number]
export type Choice = (typeof choices)[number]

const kind = z.enum(motionKinds)
const choice = z.enum(choices)
const hands = z.int().check(z.minimum(0, '不能小于 0'), z.maximum(100_000, '人数过大'))

/** Hands counted in the room. */
const counts = { inFavour: hands, against: hands, abstained: hands }

/** Puts something to the vote, before or during the meeting. */
export const put = defineWrite({
  name: 'motions.put',
  input: { meetingId: id, text: line(200), kind },
  output: { motionId: id },
  refusals: ['SECRET_NOT_OFFERED', 'MEETING_ENDED', 'MEETING_CANCELLED'],
})

/** Takes back a motion that was not opened. */
export const withdraw = defineWrite({
  name: 'motions.withdraw',
  input: { motionId: id },
  output: {},
  refusals: ['VOTING_BEGUN', 'MOTION_WITHDRAWN'],
})

/** Begins the voting, while the meeting is open and its quorum is there; one motion at a time. Repeating it changes nothing. */
export const openVoting = defineWrite({
  name: 'motions.open',
  input: { motionId: id },
  output: {},
  refusals: [
    'MEETING_FIRST',
    'MEETING_ENDED',
    'MEETING_CANCELLED',
    'QUORUM_NOT_MET',
    'ANOTHER_VOTING',
    'VOTING_CLOSED',
    'MOTION_WITHDRAWN',
  ],
})

/** Ends the voting and freezes the numbers of this moment. A show of hands brings its `counts`, nothing else does. */
export const closeVoting = defineWrite({
  name: 'motions.close',
  input: { motionId: id, counts: z.optional(z.strictObject(counts)) },
  output: { passed: z.boolean() },
  refusals: ['VOTING_NOT_OPEN', 'VOTING_CLOSED', 'MOTION_WITHDRAWN'],
})

/** Corrects a show of hands, until the meeting's record is confirmed, with a reason that stays visible. */
export const correct = defineWrite({
  name: 'motions.correct',
  input: { motionId: id, counts: z.strictObject(counts), reason: line(200) },
  output: { passed: z.boolean() },
  refusals: ['VOTING_NOT_OPEN', 'VOTING_NOT_CLOSED', 'MOTION_WITHDRAWN', 'VOTES_STAND', 'RECORD_CONFIRMED'],
})

/** The caller's own vote on the phone, changed as often as they like until the voting is closed. */
export const vote = defineWrite({
  name: 'motions.vote',
  input: { motionId: id, choice },
  output: {},
  refusals: ['VOTING_NOT_OPEN', 'VOTING_CLOSED', 'MOTION_WITHDRAWN', 'VOTED_BY_HAND', 'NOT_ENTITLED', 'NOT_PRESENT'],
})

const motion = z.object({
  motionId: id,
  text: z.string(),
  kind,
  state: z.enum(motionStates),
  /** Live while voting, frozen once closed, nothing before. `needed` is more than half of all `entitled`; `notVoted` are the rest of them. */
  tally: z.nullable(
    z.object({
      entitled: z.int(),
      present: z.int(),
      inFavour: z.int(),
      against: z.int(),
      abstained: z.int(),
      notVoted: z.int(),
      needed: z.int(),
      passed: z.boolean(),
    }),
  ),
  closedAt: z.nullable(moment),
  myChoice: z.nullable(choice),
  /** What stood before each correction, the latest first. */
  corrections: z.array(z.object({ at: moment, author: z.string(), reason: z.string(), ...counts })),
})

/** A meeting's motions as they were put, with who may vote now. `mine` is null for whoever is not on the meeting's list. */
export const list = defineRead({
  name: 'motions.list',
  input: { meetingId: id },
  output: {
    meetingTitle: z.string(),
    meetingState: z.enum(['scheduled', 'open', 'closed', 'cancelled']),
    canManage: z.boolean(),
    canSeeVotes: z.boolean(),
    /** A count of hands may be wrong until the record says it. */
    canCorrect: z.boolean(),
    entitled: z.int(),
    quorum: z.object({ needed: z.int(), have: z.int(), met: z.boolean() }),
    mine: z.nullable(z.object({ entitled: z.boolean(), present: z.boolean() })),
    motions: z.array(motion),
  },
})

/** Who voted how, once an open vote is closed. Nothing of a show of hands, where nobody wrote names down. */
export const votes = defineRead({
  name: 'motions.votes',
  input: { motionId: id },
  output: { votes: z.array(z.object({ memberId: id, name: z.string(), choice })) },
  refusals: ['VOTING_NOT_CLOSED'],
})

/** The words a person reads for each way to vote and each choice. */
export const motionKindNames: Record<MotionKind, string> = { 'show-of-hands': '举手表决', open: '手机表决', secret: '无记名投票' }
export const choiceNames: Record<Choice, string> = { 'in-favour': '赞成', against: '反对', abstained: '弃权' }
