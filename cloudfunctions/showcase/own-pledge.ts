import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import { lockMyself, lockOwner } from './owner'
import type { Owner } from './owner-queries'
import { findPledge, type PledgeRow } from './pledge-queries'
import { type PledgeAct, refusalOf } from './pledge-rules'

/** A pledge of the caller's, about to change: locked with everything they show, and in the state this needs. */
export async function lockOwnPledge(context: WriteContext, pledgeId: string, act: PledgeAct): Promise<{ owner: Owner; pledge: PledgeRow }> {
  const { db, actor } = context
  const found = await findPledge(db, actor.orgId, pledgeId)
  if (!found) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: found.unitId, owner: found.memberId === actor.memberId })
  const owner = promises.has(act) ? await lockMyself(context) : await lockOwner(context, actor.memberId)
  const pledge = await findPledge(db, actor.orgId, pledgeId)
  if (!pledge) throw new AppError('NOT_FOUND')
  const refusal = refusalOf(act, pledge.state)
  if (refusal) throw new AppError(refusal)
  return { owner, pledge }
}

/** To promise, one is a member of the Party; what was promised before is brought to its end by whoever promised it. */
const promises: ReadonlySet<PledgeAct> = new Set(['draft', 'propose'])
