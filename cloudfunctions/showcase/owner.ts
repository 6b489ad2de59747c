import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { lockOwnerRow, type Owner } from './owner-queries'

/**
 * Whose showcase is about to change. Every write of 三亮 takes this lock first, the branch's decisions as well: so nothing of one
 * person changes twice at once, and nobody waits in a circle. Throws NOT_FOUND where the person is not there (any more).
 */
export async function lockOwner({ db, actor }: WriteContext, memberId: string): Promise<Owner> {
  const owner = await lockOwnerRow(db, actor.orgId, memberId)
  if (!owner) throw new AppError('NOT_FOUND')
  return owner
}

/** The caller, about to change what they show; throws PARTY_MEMBERS_ONLY for whoever is not a member of the Party. */
export async function lockMyself(context: WriteContext): Promise<Owner> {
  const owner = await lockOwner(context, context.actor.memberId)
  if (!showsThemselves(owner)) throw new AppError('PARTY_MEMBERS_ONLY')
  return owner
}

/** 三亮 is for full and probationary members; activists and colleagues look, thank and rate. */
export const showsThemselves = ({ standing }: Pick<Owner, 'standing'>) => standing === 'full' || standing === 'probationary'
