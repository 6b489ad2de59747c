import { useRouter } from '@tarojs/taro'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { round } from '../../../../cloudfunctions/reviews/contract'
import { pages, replaceWith } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { canRate } from '../../ballot-arithmetic'
import { OldPhone } from '../../components/old-phone'
import { useKeptBallots } from '../../use-kept-ballot'
import { usePreparedBallots } from '../../use-prepared-ballots'
import { partNames, type Round } from '../../words'
import { RateForm } from './rate-form'

/** Answers: what do I give this one, and who is next? */
export default function RatePage() {
  const { roundId = '', subjectId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(round, me && { roundId }, { keep: true })
  const subject = query.data?.subjects.find((each) => each.subjectId === subjectId)
  usePreparedBallots()
  return (
    <Screen title={subject ? `${subject.name} · ${partNames[subject.part]}` : '评议'}>
      <QueryView query={query} skeletonLines={8}>
        {(data) => me && <Rating memberId={me.id} round={data} subjectId={subjectId} />}
      </QueryView>
    </Screen>
  )
}

function Rating({ memberId, round: data, subjectId }: { memberId: string; round: Round; subjectId: string }) {
  const { roundId, state, subjects } = data
  const kept = useKeptBallots(roundId)(subjectId)
  const subject = subjects.find((each) => each.subjectId === subjectId)
  const back = <Button onClick={() => replaceWith(pages.reviewRound(roundId))}>回到名单</Button>
  if (!subject) return <EmptyState title="没有找到这位评议对象" hint="请从评议名单进入。" action={back} />
  if (state !== 'open') return <EmptyState title="这次评议没有在进行" hint={kept?.trouble ?? refusals.ROUND_NOT_OPEN} action={back} />
  if (!canRate()) return <OldPhone />
  if (subject.issued && !kept) return <EmptyState title="评议票在另一台手机上" hint={refusals.ALREADY_ISSUED} action={back} />
  return <RateForm key={subjectId} memberId={memberId} round={data} subject={subject} />
}
