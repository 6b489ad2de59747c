import { Text, View } from '@tarojs/components'
import { rounds } from '../../../../cloudfunctions/reviews/contract'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { LinkRows } from '../../../ui/link-row'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { WaitingBallots } from '../../../ui/waiting-ballots'
import { mayHoldRounds } from '../../round-units'
import { usePreparedBallots } from '../../use-prepared-ballots'
import type { RoundSummary } from '../../words'
import './index.scss'
import { RoundRow } from './round-row'

/** Answers: whom do I still rate, what do I run, and what came of what is over? */
export default function ReviewsPage() {
  const me = session.use()?.me
  const query = useQuery(rounds, me && {}, { keep: true })
  usePreparedBallots()
  return (
    <Screen title="评议" footer={me && mayHoldRounds(me) && <Button onClick={() => go(pages.reviewEdit())}>准备评议</Button>}>
      <WaitingBallots />
      <QueryView query={query} skeletonLines={6}>
        {({ now, rounds: all }) => (
          <>
            {all.length === 0 && (
              <EmptyState title="还没有评议" hint="支部书记开始一次评议后，轮到您评谁、截止到什么时候，会显示在这里。" />
            )}
            {groups.map(({ title, has }) => (
              <Group key={title} title={title} rounds={all.filter(has)} now={Date.parse(now)} />
            ))}
          </>
        )}
      </QueryView>
    </Screen>
  )
}

const isMineToRate = ({ state, toRate }: RoundSummary) => state === 'open' && toRate > 0
const groups = [
  { title: '待我评议', has: isMineToRate },
  { title: '我组织的', has: (round: RoundSummary) => round.state !== 'closed' && round.mayManage && !isMineToRate(round) },
  { title: '正在进行', has: (round: RoundSummary) => round.state === 'open' && !round.mayManage && round.toRate === 0 },
  { title: '已结束', has: ({ state }: RoundSummary) => state === 'closed' },
]

function Group({ title, rounds: own, now }: { title: string; rounds: RoundSummary[]; now: number }) {
  if (own.length === 0) return null
  return (
    <View className="reviews__group">
      <Text className="reviews__heading">{title}</Text>
      <LinkRows>
        {own.map((round) => (
          <RoundRow key={round.roundId} round={round} now={now} />
        ))}
      </LinkRows>
    </View>
  )
}
