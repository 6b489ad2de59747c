import { ballotKey, type KeptBallot, keptBallots } from '../platform/kept-ballots'
import { session } from '../platform/session'

/** What whoever is signed in rated on this phone, by subject. */
export function useKeptBallots(roundId: string): (subjectId: string) => KeptBallot | undefined {
  const memberId = session.use()?.me.id ?? ''
  const all = keptBallots.use()
  return (subjectId) => all[ballotKey({ memberId, roundId, subjectId })]
}
