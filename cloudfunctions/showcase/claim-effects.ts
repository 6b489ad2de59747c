import type { WriteContext } from '../kernel/action'
import { reverseFacts, writeFact } from '../kernel/facts'
import { changeClaim, endOtherPositions } from './claim-queries'
import type { Effects } from './effect'

async function giveBack({ db, actor }: WriteContext, { subjectId }: { subjectId: string }): Promise<void> {
  await changeClaim(db, actor.orgId, subjectId, { state: 'returned' })
}

/** Confirmed, a position replaces the one before; a badge is a fact. */
export const claimEffects: Pick<Effects, 'position' | 'badge'> = {
  position: {
    approve: async ({ db, actor, now }, { subjectId, owner }) => {
      await endOtherPositions(db, actor.orgId, owner.memberId, subjectId)
      await changeClaim(db, actor.orgId, subjectId, { state: 'confirmed', confirmed_at: now })
    },
    giveBack,
    revoke: giveBack,
  },
  badge: {
    approve: async (context, { subjectId, unitId, owner }) => {
      const { db, actor, now } = context
      await changeClaim(db, actor.orgId, subjectId, { state: 'confirmed', confirmed_at: now })
      await writeFact(context, {
        kind: 'badge-confirmed',
        memberId: owner.memberId,
        unitId,
        happenedAt: now,
        evidenceId: subjectId,
        filter: '',
      })
    },
    giveBack,
    revoke: async (context, decided, reason) => {
      await giveBack(context, decided)
      await reverseFacts(context, decided.subjectId, ['badge-confirmed'], reason)
    },
  },
}
