import { defineRead, defineWrite, id, line, moment, z } from '../kernel/contract'
import { messageKinds } from './contract'

/** Most messages in one answer. */
export const mostMessages = 50

/** What was said to the caller, the latest first. `before` names the last message of the answer before, where there is `more`. */
export const messages = defineRead({
  name: 'reminders.messages',
  input: { before: z.optional(z.strictObject({ at: moment, key: line(64) })) },
  output: {
    now: moment,
    messages: z.array(
      z.object({
        messageId: id,
        kind: z.enum(messageKinds),
        /** What it is about. */
        subjectId: id,
        title: z.string(),
        text: z.string(),
        at: moment,
        read: z.boolean(),
      }),
    ),
    more: z.boolean(),
    /** Of all, not of these. */
    unread: z.int(),
  },
})

/** Marks one message of the caller's as read; reading it again changes nothing. */
export const read = defineWrite({ name: 'reminders.read', input: { messageId: id }, output: {} })

/** Marks as read whatever was said up to this moment, such as the `now` of the list that was looked at: what came since stays new. */
export const readAll = defineWrite({ name: 'reminders.readAll', input: { until: moment }, output: { read: z.int() } })
