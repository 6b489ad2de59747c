import { reverseFacts, writeFact } from '../kernel/facts'
import type { Effects } from './effect'
import { changeWord } from './word-queries'

/** Approved, a word is shown to everybody and is a fact of its owner; returned, it is never shown. */
export const wordEffects: Pick<Effects, 'word'> = {
  word: {
    approve: async (context, { subjectId, unitId, owner, content }) => {
      const { db, actor, now } = context
      await changeWord(db, actor.orgId, subjectId, { state: 'published', published_at: now })
      await writeFact(context, {
        kind: 'word-published',
        memberId: owner.memberId,
        unitId,
        happenedAt: now,
        evidenceId: subjectId,
        filter: content.wordKind,
      })
    },
    giveBack: async ({ db, actor }, { subjectId }) => {
      await changeWord(db, actor.orgId, subjectId, { state: 'returned' })
    },
    revoke: async (context, { subjectId }, reason) => {
      const { db, actor } = context
      await changeWord(db, actor.orgId, subjectId, { state: 'ended' })
      await reverseFacts(context, subjectId, ['word-published'], reason)
    },
  },
}
