import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { exportRound } from '../../cloudfunctions/reviews/contract'
import { type KeptBallot, standingOf } from '../platform/kept-ballots'

export type Published = OutputOf<typeof exportRound>

/** `counted`: the line is there as it was sent · `other`: there with other marks · `missing`: sent and not there · `never-sent`. */
export type Finding = 'counted' | 'other' | 'missing' | 'never-sent'

/** Looks for one's ballots among the published lines, by the serials only this phone knows. */
export function findBallots(kept: readonly KeptBallot[], { lines }: Pick<Published, 'lines'>) {
  return kept.map((ballot) => {
    const line = lines.find(({ serial, subjectId }) => serial === ballot.secret?.serial && subjectId === ballot.subjectId)
    return { ballot, marks: line?.marks, finding: findingOf(ballot, line?.marks) }
  })
}

function findingOf(ballot: KeptBallot, marks: readonly number[] | undefined): Finding {
  if (!marks) return ballot.sent ? 'missing' : 'never-sent'
  // Sent without an answer, or changed too late: whichever of them it is, it is this person's own.
  const own = [ballot.sent, ballot.left?.content, ...(standingOf(ballot) === 'sent' ? [] : [ballot.content])]
  return own.some((content) => content?.marks.join() === marks.join()) ? 'counted' : 'other'
}

/** Whether the round was closed under the key this phone's tokens were judged by: another would be one made for this person. */
export const isSameKey = (kept: readonly KeptBallot[], { publicKey }: Pick<Published, 'publicKey'>) =>
  kept.every((ballot) => !ballot.secret || ballot.publicKey === publicKey)

/** Who was issued how many tokens, the names in the order they came. */
export function countIssued({ issued }: Pick<Published, 'issued'>): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { name } of issued) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}
