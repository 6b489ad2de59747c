import type { Context, WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import { findRater } from './issue-queries'
import { findRound, lockRound, type RoundRow } from './queries'

/** The round, once the caller is known to be allowed to do this. */
export async function readPermitted(context: Context, roundId: string): Promise<RoundRow> {
  const { db, actor } = context
  const round = await findRound(db, actor.orgId, roundId)
  if (!round) throw new AppError('NOT_FOUND')
  const rater = await findRater(db, actor.orgId, roundId, actor.memberId)
  await permit(context, { unitId: round.unitId, participant: rater !== undefined })
  return round
}

/** The same for whoever changes the round; nobody else does, and no token is issued, until the transaction ends. */
export async function lockPermitted(context: WriteContext, roundId: string): Promise<RoundRow> {
  const { db, actor } = context
  const round = await lockRound(db, actor.orgId, roundId, 'change')
  if (!round) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: round.unitId })
  return round
}
