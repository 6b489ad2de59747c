import { day, defineRead, defineWrite, id, line, paragraphs, z } from '../kernel/contract'
import { outcomes, pledgeCategories, projectKinds, wordKinds } from './contract'

/** 名片, 亮在窗口: what anybody may read at a counter without an account, and the words they may leave there. */

/** Most characters of one word from the public. */
export const longestWord = 200

/** Any line at all: a code that was cut off is as unknown as one that was made up. */
const tag = line(64)

// Marks that turn the direction of a text around could make it read as something else.
const turned = /[\u202a-\u202e\u2066-\u2069]/
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

const word = paragraphs(longestWord).check(
  z.refine((text) => visible.test(text), '请填写'),
  z.refine((text) => !turned.test(text), '含有无法识别的字符'),
)

/**
 * Opens the caller's own card to the public, or closes it, at once. Opening is the separate consent that the law asks for
 * (个人信息保护法 第二十九条, since membership is sensitive): the page says before what becomes public. The code stays the same.
 */
export const setCard = defineWrite({
  name: 'showcase.setCard',
  input: { open: z.boolean() },
  output: {},
  refusals: ['PARTY_MEMBERS_ONLY'],
})

/** Gives the caller's own open card another code; the one before opens nothing any longer. */
export const renewCard = defineWrite({
  name: 'showcase.renewCard',
  input: {},
  output: {},
  refusals: ['PARTY_MEMBERS_ONLY', 'CARD_NOT_OPEN'],
})

/** Who it is, as the card says it. `photo` is a link that works for ten minutes at least. */
const head = {
  name: z.string(),
  unitName: z.string(),
  /** The confirmed ones only. */
  position: z.nullable(z.string()),
  badges: z.array(z.string()),
  photo: z.nullable(z.string()),
}

/** The caller's own card. `tag` and `link` are null while it is closed; `shown` counts what an open one shows. */
export const myCard = defineRead({
  name: 'showcase.myCard',
  input: {},
  output: {
    ...head,
    /** The card of whoever is no member of the Party (any more) can only be closed. */
    mayOpen: z.boolean(),
    open: z.boolean(),
    tag: z.nullable(z.string()),
    link: z.nullable(z.string()),
    shown: z.object({ pledges: z.int(), performances: z.int(), projects: z.int(), words: z.int() }),
    /** Words that wait for the branch. */
    waitingWords: z.int(),
  },
})

const publishedWord = { kind: z.enum(wordKinds), text: z.string(), leftOn: day }

/**
 * Somebody's card, for anybody who has its code: what its owner and the branch published this year, and nothing else.
 * A closed card, one whose owner is gone and a code that never was are refused alike.
 */
export const publicCard = defineRead({
  name: 'showcase.publicCard',
  input: { tag },
  output: {
    ...head,
    today: day,
    introduction: z.string(),
    pledges: z.array(
      z.object({
        category: z.enum(pledgeCategories),
        text: z.string(),
        target: z.string(),
        dueOn: day,
        state: z.enum(['published', ...outcomes]),
        progress: z.int(),
      }),
    ),
    performances: z.array(
      z.object({ quarter: z.int(), text: z.string(), figure: z.nullable(z.string()), figureUnit: z.nullable(z.string()) }),
    ),
    projects: z.array(
      z.object({
        kind: z.enum(projectKinds),
        name: z.string(),
        goal: z.string(),
        state: z.enum(['running', 'accepted']),
        result: z.nullable(z.string()),
      }),
    ),
    /** The latest twenty, the latest first. */
    words: z.array(z.object(publishedWord)),
  },
  refusals: ['CARD_CLOSED'],
})

/**
 * Leaves thanks or a suggestion for the owner of an open card; the branch decides whether it is shown. Nobody is asked who they are, and
 * neither an address nor a time finer than the day is kept with it. A repeated `requestId` leaves one word, whoever repeats it.
 * Throws TOO_MANY_REQUESTS where much came from one network within the hour, WORDS_FULL where much came for one card today.
 */
export const leaveWord = defineWrite({
  name: 'showcase.leaveWord',
  input: { tag, kind: z.enum(wordKinds), text: word },
  output: {},
  refusals: ['CARD_CLOSED', 'WORDS_FULL'],
})

/** What the public said of somebody, as far as the branch published it: the latest hundred, the latest first. */
export const words = defineRead({
  name: 'showcase.words',
  input: { memberId: id },
  output: {
    total: z.int(),
    /** `submissionId` for whoever may take it down, else null. */
    words: z.array(z.object({ wordId: id, ...publishedWord, submissionId: z.nullable(id) })),
  },
})
