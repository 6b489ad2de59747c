import { useRouter } from '@tarojs/taro'
import { pledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { QueryView } from '../../../ui/states'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import { SubmissionHistory } from '../../components/submission-history'
import { About } from './about'
import { Notes } from './notes'
import { Outcome } from './outcome'
import { OwnActions } from './own-actions'
import { Proposal } from './proposal'
import { Versions } from './versions'

/** Links of evidence work for ten minutes at least, in ms. */
const beforeLinksEnd = 8 * 60_000

/** Answers: what was promised, how far is it, and what came of it? */
export default function PledgePage() {
  const { pledgeId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(pledge, me && { pledgeId }, { keep: true })
  useEvery(beforeLinksEnd, me !== undefined, query.reload)
  return (
    <Screen title="承诺">
      <QueryView query={query} skeletonLines={8}>
        {(data) => (
          <>
            <About pledge={data} />
            <Proposal pledge={data} onChanged={query.reload} />
            <Outcome pledge={data} onChanged={query.reload} />
            {data.mine && me && <OwnActions me={me} pledge={data} onChanged={query.reload} />}
            <Notes pledge={data} />
            <Versions pledge={data} />
            <SubmissionHistory submissions={data.submissions} />
          </>
        )}
      </QueryView>
    </Screen>
  )
}
