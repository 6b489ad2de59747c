import { useRouter } from '@tarojs/taro'
import { person, units } from '../../../../cloudfunctions/organisation/contract'
import { session } from '../../../platform/session'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { administers } from '../../keeping'
import { IssueCode } from './issue-code'
import { LinkedBranches } from './linked-branches'
import { PersonForm } from './person-form'
import { Posts } from './posts'

/** Answers: what does the roster say about this person? */
export default function PersonPage() {
  const { memberId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(person, me && { memberId })
  const tree = useQuery(units, me && {}, { keep: true })
  const all = tree.data?.units ?? []
  if (query.error && !query.data && ['NOT_FOUND', 'NOT_ALLOWED'].includes(query.error.code))
    return (
      <Screen title="人员">
        <EmptyState title={query.error.code === 'NOT_FOUND' ? '没有找到这位同志' : '这位同志的信息不由您管理'} hint={query.error.message} />
      </Screen>
    )
  return (
    <Screen title={query.data?.name ?? '人员'}>
      <QueryView query={query} skeletonLines={8}>
        {(shown) => (
          <>
            {shown.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {warning}
              </Notice>
            ))}
            <PersonForm key={`${shown.id} ${shown.name}`} person={shown} all={all} onChanged={query.reload} />
            <Posts person={shown} all={all} mayArrange={me !== undefined && administers(me)} onChanged={query.reload} />
            {me && administers(me) && <LinkedBranches person={shown} all={all} onChanged={query.reload} />}
            <IssueCode person={shown} demo={me?.demo ?? false} onIssued={query.reload} />
          </>
        )}
      </QueryView>
    </Screen>
  )
}
