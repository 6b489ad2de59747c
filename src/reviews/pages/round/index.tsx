import { useRouter } from '@tarojs/taro'
import { round } from '../../../../cloudfunctions/reviews/contract'
import { boxIsKnown } from '../../../platform/ballot-box'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { WaitingBallots } from '../../../ui/waiting-ballots'
import { canRate } from '../../ballot-arithmetic'
import { OldPhone } from '../../components/old-phone'
import { usePreparedBallots } from '../../use-prepared-ballots'
import type { Round } from '../../words'
import { Explanation } from './explanation'
import { Subjects } from './subjects'
import { Terms } from './terms'

/** Answers: what is hidden of my ballot and what is not, and whom do I rate? */
export default function RoundPage() {
  const { roundId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(round, me && { roundId }, { keep: true })
  usePreparedBallots()
  return (
    <Screen title={query.data?.title ?? '评议'}>
      <QueryView query={query} skeletonLines={8}>
        {(data) => (
          <>
            <Terms round={data} />
            <WaitingBallots />
            <Explanation minimumBallots={data.minimumBallots} comments={data.comments} />
            <Rating round={data} />
            {data.mayManage && <Button onClick={() => go(pages.reviewManage(roundId))}>组织这次评议</Button>}
          </>
        )}
      </QueryView>
    </Screen>
  )
}

function Rating({ round: data }: { round: Round }) {
  const { state, subjects, mayManage } = data
  if (state === 'closed') {
    return (
      <EmptyState
        title="这次评议已经结束"
        hint="结果和每一张票都已公布，可以找到自己的票。"
        action={
          <Button kind="main" onClick={() => go(pages.reviewResults(data.roundId))}>
            看结果
          </Button>
        }
      />
    )
  }
  if (state === 'draft') return <EmptyState title="这次评议还没有开始" hint="开始以后，评议人的名单会显示在这里。" />
  if (subjects.length === 0) {
    const hint = mayManage ? '您可以看到进度，只有票数，没有分数。' : '结束以后，您可以在这里看到自己的结果。'
    return <EmptyState title="没有需要您评议的对象" hint={hint} />
  }
  if (!canRate()) return <OldPhone />
  return (
    <>
      {!boxIsKnown && <NoBox />}
      <Subjects round={data} />
    </>
  )
}

/** The mini-program was built without it: nothing could ever be sent. */
const NoBox = () => <Notice tone="warning">这个版本没有设置票箱地址（BALLOT_BOX_URL），暂时不能评议，请联系管理员。</Notice>
