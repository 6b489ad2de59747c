import { useRouter } from '@tarojs/taro'
import { results } from '../../../../cloudfunctions/reviews/contract'
import { session } from '../../../platform/session'
import { Card, Fact } from '../../../ui/card'
import { LongList } from '../../../ui/long-list'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { dayName } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { templateNames } from '../../words'
import { MyBallots } from './my-ballots'
import { SubjectCard } from './subject-card'

/** Answers: what came of it, and is my ballot in it? */
export default function ResultsPage() {
  const { roundId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(results, me && { roundId }, { keep: true })
  return (
    <Screen title={query.data?.title ?? '评议结果'}>
      <QueryView query={query} skeletonLines={8}>
        {({ template, unitName, closedAt, minimumBallots, subjects }) => (
          <>
            <Card title={`${templateNames[template]} · ${unitName}`}>
              {closedAt && <Fact label="结束">{dayName(closedAt)}</Fact>}
              <Fact label="说明">{`按各项权重计算，满分 100。少于 ${minimumBallots} 张票的只公布票数。`}</Fact>
            </Card>
            <MyBallots roundId={roundId} />
            {subjects.length === 0 && <EmptyState title="没有您可以看的结果" hint="评议对象可以看自己的，评议人可以看自己评过的。" />}
            <LongList items={[...subjects].sort((a, b) => Number(b.mine) - Number(a.mine))}>
              {(subject) => <SubjectCard key={subject.subjectId} subject={subject} minimumBallots={minimumBallots} />}
            </LongList>
          </>
        )}
      </QueryView>
    </Screen>
  )
}
