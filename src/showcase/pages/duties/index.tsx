import { useRouter } from '@tarojs/taro'
import { identity } from '../../../../cloudfunctions/showcase/identity-contract'
import { goBack } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { DutyEditor } from './duty-editor'

/** Answers: what does the branch want of this person, line by line? */
export default function DutiesPage() {
  const { memberId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(identity, me && { memberId })
  return (
    <Screen title={query.data ? `${query.data.name}的岗位职责` : '岗位职责'}>
      <QueryView query={query} skeletonLines={8}>
        {(shown) =>
          me && shown.maySetDuties ? (
            <DutyEditor shown={shown} draftKey={`${me.id} duties ${memberId}`} onSaved={goBack} />
          ) : (
            <EmptyState
              title="岗位职责由支部设置"
              hint="支部书记、副书记和委员可以为本支部的党员设置。"
              action={<Button onClick={goBack}>返回</Button>}
            />
          )
        }
      </QueryView>
    </Screen>
  )
}
