import { list } from '../../cloudfunctions/motions/contract'
import { session } from '../platform/session'
import { useEvery } from '../ui/use-every'
import { type Query, useQuery } from '../ui/use-query'
import type { Motions } from './motion'

/** How often the numbers are asked for while there is something to follow, in ms. */
const followEvery = 3_000

/** A meeting's motions, followed while the meeting or a vote is under way. */
export function useMotions(meetingId: string): Query<Motions> {
  const signedIn = session.use() !== null
  const query = useQuery(list, signedIn ? { meetingId } : undefined, { keep: true })
  const moving = query.data?.meetingState === 'open' || query.data?.motions.some(({ state }) => state === 'voting')
  useEvery(followEvery, moving ?? false, query.reload)
  return query
}
