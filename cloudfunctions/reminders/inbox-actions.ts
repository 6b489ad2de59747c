import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment } from '../kernel/clock'
import * as contract from './inbox-contract'
import { countUnread, listMessages, markAllRead, markRead } from './inbox-queries'
import { mostUnread, unread } from './unread-contract'

/** A person's own inbox. That somebody read a message is nobody else's business, so it leaves no trail. */
export const inboxActions: Implementation[] = [
  read(contract.messages, async ({ before }, { db, actor, now }) => {
    const place = before ? { at: new Date(before.at), key: before.key } : null
    const rows = await listMessages(db, actor, place, contract.mostMessages + 1)
    return {
      now: toMoment(now),
      messages: rows.slice(0, contract.mostMessages).map((row) => ({ ...row, at: toMoment(row.at) })),
      more: rows.length > contract.mostMessages,
      unread: await countUnread(db, actor, mostUnread),
    }
  }),

  read(unread, async (_, { db, actor }) => ({ unread: await countUnread(db, actor, mostUnread) })),

  write(contract.read, async ({ messageId }, { db, actor, now }) => {
    if (!(await markRead(db, actor, messageId, now))) throw new AppError('NOT_FOUND')
    return {}
  }),

  write(contract.readAll, async ({ until }, { db, actor, now }) => ({ read: await markAllRead(db, actor, new Date(until), now) })),
]
