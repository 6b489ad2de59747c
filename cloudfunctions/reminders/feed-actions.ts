import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMomentOrNull } from '../kernel/clock'
import { newSecret, sha256 } from '../kernel/ids'
import { feedAddress } from './feed-address'
import * as contract from './feed-contract'
import { findFeed, putFeed, removeFeed } from './feed-queries'

/** The address of a person's calendar; only its hash is kept. */
export const feedActions: Implementation[] = [
  read(contract.feed, async (_, { db, actor, origin }) => {
    const row = await findFeed(db, actor)
    return { available: origin !== '', madeAt: toMomentOrNull(row?.madeAt ?? null), whole: row?.whole ?? false }
  }),

  write(contract.makeFeed, async ({ whole }, context) => {
    const { db, actor, now, origin } = context
    if (!origin) throw new AppError('NO_PUBLIC_ADDRESS')
    const tag = newSecret(32)
    await putFeed(db, actor, sha256(tag), whole, now)
    await record(context, actor.memberId, { whole })
    return { address: feedAddress(origin, tag) }
  }),

  write(contract.endFeed, async (_, context) => {
    if (await removeFeed(context.db, context.actor)) await record(context, context.actor.memberId)
    return {}
  }),
]
