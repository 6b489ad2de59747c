import { rounds } from '../../../cloudfunctions/reviews/contract'
import { go, pages } from '../../platform/pages'
import { LinkRow, LinkRows } from '../../ui/link-row'
import { dayAndTime } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import { WaitingBallots } from '../../ui/waiting-ballots'

/** Whom I still have to rate, and ballots on their way; nothing at all where there is neither. */
export function ReviewsOpen({ now }: { now: number }) {
  const { data } = useQuery(rounds, {}, { keep: true })
  const open = data?.rounds.filter(({ state, toRate, issued }) => state === 'open' && issued < toRate) ?? []
  return (
    <>
      <WaitingBallots onClick={() => go(pages.reviews())} />
      {open.length > 0 && (
        <LinkRows>
          {open.map(({ roundId, title, toRate, issued, closesAt }) => (
            <LinkRow
              key={roundId}
              title={`待评议：${title}`}
              hint={`已评 ${issued} / ${toRate} · ${dayAndTime(closesAt, now)}截止`}
              onClick={() => go(pages.reviewRound(roundId))}
            />
          ))}
        </LinkRows>
      )}
    </>
  )
}
