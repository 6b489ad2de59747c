import { useRouter } from '@tarojs/taro'
import { round } from '../../../../cloudfunctions/reviews/contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { About } from './about'
import { ClosedActions } from './closed-actions'
import { DraftActions } from './draft-actions'
import type { ManageProps } from './manage-props'
import { OpenActions } from './open-actions'

/** Answers: how far is the round I hold, and what do I do next? */
export default function ManageRoundPage() {
  const { roundId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(round, me && { roundId }, { keep: true })
  return (
    <Screen title={query.data?.title ?? '组织评议'}>
      <QueryView query={query} skeletonLines={8}>
        {(data) =>
          me && data.mayManage ? (
            <>
              <About round={data} />
              <Actions meId={me.id} round={data} onChanged={query.reload} />
            </>
          ) : (
            <EmptyState title="这次评议不由您组织" hint="评议由组织它的委员开始、延长和结束。" />
          )
        }
      </QueryView>
    </Screen>
  )
}

function Actions(props: ManageProps) {
  if (props.round.state === 'draft') return <DraftActions {...props} />
  if (props.round.state === 'open') return <OpenActions {...props} />
  return <ClosedActions round={props.round} />
}
