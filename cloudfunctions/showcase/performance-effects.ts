import type { WriteContext } from '../kernel/action'
import { reverseFacts, writeFact } from '../kernel/facts'
import type { Effects } from './effect'
import { changePerformance, findPerformance } from './performance-queries'
import { findSubject } from './performance-subject-queries'

const fact = 'performance-verified'

async function giveBack({ db, actor }: WriteContext, { subjectId }: { subjectId: string }): Promise<void> {
  await changePerformance(db, actor.orgId, subjectId, { state: 'draft', verified_at: null })
}

/** Verified, an entry is shown and counts; its fact can be chosen by the pledge's category or the project's kind. */
export const performanceEffects: Pick<Effects, 'performance'> = {
  performance: {
    approve: async (context, { subjectId, unitId, owner }) => {
      const { db, actor, now } = context
      const entry = await findPerformance(db, actor.orgId, subjectId)
      const about = entry && (await findSubject(db, actor.orgId, entry))
      await changePerformance(db, actor.orgId, subjectId, { state: 'verified', verified_at: now })
      await writeFact(context, {
        ...{ kind: fact, memberId: owner.memberId, unitId, happenedAt: now },
        ...{ evidenceId: subjectId, filter: about?.filter ?? '' },
      })
    },
    giveBack,
    revoke: async (context, decided, reason) => {
      await giveBack(context, decided)
      await reverseFacts(context, decided.subjectId, [fact], reason)
    },
  },
}
