import { myCard } from '../../../../cloudfunctions/showcase/card-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { Closed } from './closed'
import { Open } from './open'

/** Answers: can anybody read about me at the counter, what, and by which code? */
export default function MyCardPage() {
  const me = session.use()?.me
  const query = useQuery(myCard, me && {})
  return (
    <Screen title="我的公开名片">
      <QueryView query={query} skeletonLines={6}>
        {(card) => {
          if (card.open) return <Open card={card} onChanged={query.reload} />
          if (card.mayOpen) return <Closed onOpened={query.reload} />
          return <EmptyState title="公开名片由党员使用" hint="如有疑问请联系支部书记。" />
        }}
      </QueryView>
    </Screen>
  )
}
