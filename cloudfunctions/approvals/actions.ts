import { type Implementation, read, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment } from '../kernel/clock'
import { permittedUnits } from '../kernel/permit'
import { decideLeave, decideMakeUp } from '../meetings'
import { decideSubmission, ownersOf } from '../showcase'
import * as contract from './contract'
import { count } from './count-contract'
import { type Item, inLockOrder } from './order'
import { countFor } from './queries'
import { listEverything } from './waiting'

/** One inbox for whoever decides: everything that waits, from whichever feature. */
export const approvalsActions: Implementation[] = [
  read(contract.waiting, async ({ after }, context) => {
    const unitIds = await permittedUnits(context)
    const place = after ? { at: new Date(after.at), key: after.key } : null
    const items = await listEverything(context, unitIds, place, contract.mostWaiting + 1)
    return { now: toMoment(context.now), items: items.slice(0, contract.mostWaiting), more: items.length > contract.mostWaiting }
  }),

  read(count, async (_, { db, actor }) => ({ waiting: await countFor(db, actor) })),

  write(contract.decide, async ({ items, decision, reason = null }, context) => {
    if (decision === 'returned' && !reason) throw new AppError('INVALID_INPUT', { reason: '请写明退回的原因' })
    const submissionIds = items.flatMap((item) => (item.kind === 'submission' ? [item.submissionId] : []))
    const owners = await ownersOf(context.db, context.actor.orgId, submissionIds)
    let decided = 0
    for (const item of inLockOrder(items, owners)) if (await decideItem(context, item, decision, reason)) decided++
    return { decided, already: items.length - decided }
  }),
]

/** Each by the rules of the feature it comes from; false where there was nothing (any more) to decide. */
async function decideItem(context: WriteContext, item: Item, decision: 'approved' | 'returned', reason: string | null): Promise<boolean> {
  const approved = decision === 'approved'
  if (item.kind === 'submission') return decideSubmission(context, item.submissionId, decision, reason)
  if (item.kind === 'leave') return !(await decideLeave(context, item, approved ? 'granted' : 'refused', reason))
  return !(await decideMakeUp(context, item, approved ? 'accepted' : 'returned', reason))
}
