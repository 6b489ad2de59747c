import type { WriteContext } from './action'
import { AppError } from './app-error'
import type { Database } from './database'
import { sha256 } from './ids'

/**
 * Runs a write once for each `requestId` of a person: a repeat gets the first reply,
 * the same key with other content is a CONFLICT. The key is claimed inside the write's transaction,
 * so a second request waits until the first has committed, and finds its reply.
 */
export async function once(context: WriteContext, requestId: string, input: unknown, work: () => Promise<unknown>): Promise<unknown> {
  const { db, actor, action, now } = context
  const key = { org_id: actor.orgId, actor_id: actor.memberId, request_id: requestId }
  const inputHash = sha256(JSON.stringify(input))
  const claimed = await db
    .insertInto('replies')
    .values({ ...key, action: action.name, input_hash: inputHash, reply: 'null', at: now })
    .onConflict((conflict) => conflict.columns(['org_id', 'actor_id', 'request_id']).doNothing())
    .returning('request_id')
    .executeTakeFirst()

  const mine = db.selectFrom('replies').where('org_id', '=', key.org_id).where('actor_id', '=', key.actor_id)
  if (!claimed) {
    const first = await mine.where('request_id', '=', requestId).select(['action', 'input_hash', 'reply']).executeTakeFirstOrThrow()
    if (first.action !== action.name || first.input_hash !== inputHash) throw new AppError('CONFLICT')
    context.permitted = true
    return first.reply
  }
  const reply = await work()
  await db
    .updateTable('replies')
    .set({ reply: JSON.stringify(reply) })
    .where('org_id', '=', key.org_id)
    .where('actor_id', '=', key.actor_id)
    .where('request_id', '=', requestId)
    .execute()
  return reply
}

/** As long a repeat gets the first reply, in ms; then the reply goes, since it may hold what was shown only once (an activation code). */
const keptFor = 86_400_000

/** Removes the replies of all organisations that nobody will ask for again. Repeating it does no harm. */
export async function sweepReplies({ db }: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('replies')
    .where('at', '<', new Date(now.getTime() - keptFor))
    .execute()
}
