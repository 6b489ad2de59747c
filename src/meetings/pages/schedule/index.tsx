import { useRouter } from '@tarojs/taro'
import { type MeetingKind, meeting, meetingKinds } from '../../../../cloudfunctions/meetings/contract'
import { units } from '../../../../cloudfunctions/organisation/contract'
import { serverNow } from '../../../platform/server-clock'
import { type Me, session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { arrangeableUnits } from '../../units'
import { ChangeForm } from './change-form'
import { draftOf, newDraft } from './first-draft'
import { NewForm } from './new-form'

/** Answers: when and where does which unit meet, and what about? */
export default function SchedulePage() {
  const { meetingId, unitId, kind } = useRouter().params
  const me = session.use()?.me
  return (
    <Screen title={meetingId ? '修改会议' : '安排会议'}>
      {me &&
        (meetingId ? (
          <Change me={me} meetingId={meetingId} />
        ) : (
          <New me={me} unitId={unitId} kind={meetingKinds.find((each) => each === kind)} />
        ))}
    </Screen>
  )
}

interface NewProps {
  me: Me
  unitId: string | undefined
  /** Already chosen by whoever came from what is owed. */
  kind: MeetingKind | undefined
}

function New({ me, unitId, kind }: NewProps) {
  const query = useQuery(units, {}, { keep: true })
  return (
    <QueryView query={query} skeletonLines={8}>
      {(data) => {
        const mine = arrangeableUnits(me, data.units)
        const first = mine.find(({ id }) => id === unitId) ?? mine[0]
        if (!first) return <EmptyState title="您没有需要安排会议的职务" hint="会议由支部委员或党小组长安排，需要时请联系支部书记。" />
        return (
          <NewForm
            units={mine}
            draftKey={kind ? `${me.id} new ${unitId} ${kind}` : `${me.id} new`}
            makeInitial={() => newDraft(first, serverNow(), kind)}
          />
        )
      }}
    </QueryView>
  )
}

function Change({ me, meetingId }: { me: Me; meetingId: string }) {
  const query = useQuery(meeting, { meetingId })
  return (
    <QueryView query={query} skeletonLines={8}>
      {(data) => {
        if (!data.canManage) return <EmptyState title="您不能修改这次会议" hint="会议由安排它的支部委员或党小组长修改。" />
        if (data.state !== 'scheduled') return <EmptyState title="这次会议已不能修改" hint="开始签到后，会议的时间和内容不再改动。" />
        return (
          <ChangeForm
            meetingId={meetingId}
            repeats={data.seriesId !== null}
            draftKey={`${me.id} ${meetingId}`}
            makeInitial={() => draftOf(data)}
          />
        )
      }}
    </QueryView>
  )
}
