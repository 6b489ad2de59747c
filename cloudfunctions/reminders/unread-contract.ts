import { defineRead, z } from '../kernel/contract'

/** Beyond this nobody counts. */
export const mostUnread = 99

/**
 * How many messages the caller has not read, up to `mostUnread`. Apart from the inbox, since the first page asks for it and opens from
 * a scan.
 */
export const unread = defineRead({ name: 'reminders.unread', input: {}, output: { unread: z.int() } })
