import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { meeting } from '../../../../cloudfunctions/meetings/contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { QueryView } from '../../../ui/states'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import { About } from './about'
import { Attachments } from './attachments'
import { AttendanceFigures } from './attendance-figures'
import './index.scss'
import { LeaveRequests } from './leave-requests'
import { mainAction } from './main-action'
import { MakeUpCard } from './make-up-card'
import { Manage } from './manage'
import { Motions } from './motions'
import { MyPlace } from './my-place'
import { People } from './people'
import { RecordCard } from './record-card'
import { RollCall } from './roll-call'
import { useList } from './use-list'

/** Answers: what is it, who comes, and what can I do about it? */
export default function MeetingPage() {
  const { meetingId = '' } = useRouter().params
  const signedIn = session.use() !== null
  const query = useQuery(meeting, signedIn ? { meetingId } : undefined, { keep: true })
  const people = useList(meetingId, query.data?.canSeeAttendance ?? false)
  const reload = () => {
    query.reload()
    people.reload()
  }
  // The room's screen has the live stream; here every few seconds is enough.
  useEvery(5_000, query.data?.state === 'open', reload)
  const footer = query.data && mainAction(query.data, query.reload)

  return (
    <Screen title="会议详情" wide {...(footer && { footer })}>
      <View className="meeting-page">
        <View className="meeting-page__column">
          <QueryView query={query} skeletonLines={8}>
            {(data) => (
              <>
                <About meeting={data} />
                <RecordCard meeting={data} />
                {data.mine && <MyPlace meeting={data} mine={data.mine} onChanged={reload} />}
                <Motions meeting={data} />
                {data.state !== 'cancelled' && <Attachments meetingId={meetingId} />}
                {data.canManage && <LeaveRequests meeting={data} onChanged={reload} />}
                {data.canManage && <Manage meeting={data} attendance={people.data} onChanged={reload} />}
                {data.canManage && data.state === 'closed' && <MakeUpCard meeting={data} />}
                {data.canManage && data.state === 'open' && <RollCall meetingId={meetingId} onChanged={reload} />}
              </>
            )}
          </QueryView>
        </View>
        {query.data?.canSeeAttendance && (
          <View className="meeting-page__column">
            <QueryView query={people} skeletonLines={8}>
              {(list) => (
                <>
                  <AttendanceFigures attendance={list} />
                  <People meetingId={meetingId} attendance={list} mayRecord={query.data?.canManage ?? false} onChanged={reload} />
                </>
              )}
            </QueryView>
          </View>
        )}
      </View>
    </Screen>
  )
}
