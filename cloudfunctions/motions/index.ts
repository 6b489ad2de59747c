import type { Db } from '../kernel/database'
import { resultOf } from './majority'
import { listMotions } from './queries'

export { isAnyVoting } from './queries'

/** The questions other features may ask about motions. */

/** What a meeting decided, in the order it was put: the closed motions with their frozen numbers and whether they passed. */
export async function motionsOf(db: Db, orgId: string, meetingId: string) {
  const rows = await listMotions(db, orgId, meetingId, null)
  return rows.flatMap(({ motionId, text, kind, state, entitled, present, inFavour, against, abstained, passed, closedAt }) => {
    if (state !== 'closed' || entitled === null || present === null || passed === null || closedAt === null) return []
    const counts = { entitled, present, inFavour, against, abstained }
    return [{ motionId, text, kind, closedAt, ...counts, notVoted: resultOf(counts).notVoted, passed }]
  })
}
