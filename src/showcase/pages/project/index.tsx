import { useRouter } from '@tarojs/taro'
import { project } from '../../../../cloudfunctions/showcase/project-contract'
import { session } from '../../../platform/session'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { QueryView } from '../../../ui/states'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import { SubmissionHistory } from '../../components/submission-history'
import { About } from './about'
import { OwnActions } from './own-actions'
import { Proposal } from './proposal'
import { Result } from './result'
import { Steps } from './steps'
import { Undo } from './undo'

/** Links of evidence work for ten minutes at least, in ms. */
const beforeLinksEnd = 8 * 60_000

/** Answers: what is to be achieved, which steps are done, and what came of it? */
export default function ProjectPage() {
  const { projectId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(project, me && { projectId }, { keep: true })
  useEvery(beforeLinksEnd, me !== undefined, query.reload)
  return (
    <Screen title="示范项目">
      <QueryView query={query} skeletonLines={8}>
        {(data) => (
          <>
            {data.returned !== null && data.waiting === null && (
              <Notice tone="warning">{`支部${data.submissions[0]?.state === 'revoked' ? '撤销' : '退回'}：${data.returned}`}</Notice>
            )}
            <About project={data} />
            <Proposal project={data} onChanged={query.reload} />
            <Result project={data} />
            <Steps project={data} onChanged={query.reload} />
            {data.mine && <OwnActions project={data} onChanged={query.reload} />}
            {data.mayDecide && <Undo project={data} onChanged={query.reload} />}
            <SubmissionHistory submissions={data.submissions} />
          </>
        )}
      </QueryView>
    </Screen>
  )
}
