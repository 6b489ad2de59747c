import { type Implementation, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import { addClaim, type ClaimRow, changeClaim, findClaim, listClaims } from './claim-queries'
import type { ClaimKind } from './contract'
import { keepEvidence } from './evidence'
import * as contract from './identity-contract'
import { lockMyself, lockOwner } from './owner'
import { submit } from './submit'

/** The position somebody works in and the badges they hold: said by them, confirmed by the branch. */
export const claimActions: Implementation[] = [
  write(contract.claim, async ({ claimId, kind, text, evidence }, context) => {
    const { db, actor, now, newId } = context
    const owner = await lockMyself(context)
    const claims = await listClaims(db, actor.orgId, owner.memberId)
    const before = claims.find((each) => each.claimId === claimId)
    if (claimId && !before) throw new AppError('NOT_FOUND')
    if (before && (before.state !== 'returned' || before.kind !== kind)) throw new AppError('NOT_A_DRAFT')
    refuseWithoutRoom(claims, kind)
    const id = before?.claimId ?? newId()
    if (before) await changeClaim(db, actor.orgId, id, { state: 'waiting', text, claimed_at: now })
    else await addClaim(db, { org_id: actor.orgId, claim_id: id, member_id: owner.memberId, kind, text, claimed_at: now })
    // One works in one position, so what came back of another is over with.
    for (const other of claims)
      if (kind === 'position' && other.kind === kind && other.state === 'returned' && other.claimId !== id) await end(context, other)
    await keepEvidence(context, id, evidence)
    const submissionId = await submit(context, owner, id, { kind, text })
    await record(context, id, { kind, text })
    return { claimId: id, submissionId }
  }),

  write(contract.endClaim, async ({ claimId }, context) => {
    const { db, actor } = context
    const found = await findClaim(db, actor.orgId, claimId)
    if (!found) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: found.unitId, owner: found.memberId === actor.memberId })
    await lockOwner(context, found.memberId)
    const standing = (await listClaims(db, actor.orgId, found.memberId)).find((each) => each.claimId === claimId)
    if (!standing) throw new AppError('NOT_FOUND')
    if (standing.state === 'waiting') throw new AppError('ALREADY_WAITING')
    await end(context, standing)
    await record(context, claimId, { kind: standing.kind, text: standing.text })
    return {}
  }),
]

function refuseWithoutRoom(claims: readonly ClaimRow[], kind: ClaimKind) {
  const same = claims.filter((each) => each.kind === kind && each.state !== 'returned')
  if (kind === 'badge' && same.length >= contract.mostBadges) throw new AppError('BADGES_FULL')
  if (kind === 'position' && same.some(({ state }) => state === 'waiting')) throw new AppError('ALREADY_WAITING')
}

/** What the branch confirmed keeps what showed it; of the rest nothing is kept. */
async function end(context: WriteContext, { claimId, state }: ClaimRow): Promise<void> {
  await changeClaim(context.db, context.actor.orgId, claimId, { state: 'ended' })
  if (state === 'returned') await keepEvidence(context, claimId, [])
}
