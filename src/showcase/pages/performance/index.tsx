import { useRouter } from '@tarojs/taro'
import { performance } from '../../../../cloudfunctions/showcase/performance-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { QueryView } from '../../../ui/states'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import { SubmissionHistory } from '../../components/submission-history'
import { About } from './about'
import { DraftActions } from './draft-actions'
import { Waiting } from './waiting'

/** Links of evidence work for ten minutes at least, in ms. */
const beforeLinksEnd = 8 * 60_000

/** Answers: what came of it in this quarter, and what shows that it is so? */
export default function PerformancePage() {
  const { performanceId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(performance, me && { performanceId }, { keep: true })
  useEvery(beforeLinksEnd, me !== undefined, query.reload)
  return (
    <Screen title="绩效">
      <QueryView query={query} skeletonLines={8}>
        {(entry) => (
          <>
            <About entry={entry} onChanged={query.reload} />
            <Waiting entry={entry} onChanged={query.reload} />
            {entry.mine && entry.state === 'draft' && <DraftActions performanceId={performanceId} onChanged={query.reload} />}
            <SubmissionHistory submissions={entry.submissions} />
          </>
        )}
      </QueryView>
    </Screen>
  )
}
