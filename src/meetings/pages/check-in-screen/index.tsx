import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { close, meeting, open } from '../../../../cloudfunctions/meetings/contract'
import { confirm } from '../../../platform/notice'
import { go, pages } from '../../../platform/pages'
import { keepAwake, toggleFullScreen } from '../../../platform/projector'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView, Skeleton } from '../../../ui/states'
import { dayAndTime } from '../../../ui/time'
import { type Query, useQuery } from '../../../ui/use-query'
import { useSubmit } from '../../../ui/use-submit'
import { CodePanel } from './code-panel'
import { Figures } from './figures'
import './index.scss'
import { type Live, useAttendance } from './use-attendance'
import { type Purpose, useCodes } from './use-codes'
import { Wall } from './wall'

/** The room's screen: the rotating code, and who is here. */
export default function CheckInScreenPage() {
  const { meetingId = '' } = useRouter().params
  const signedIn = session.use() !== null
  const query = useQuery(meeting, signedIn ? { meetingId } : undefined)
  const { canManage = false, state } = query.data ?? {}
  const live = useAttendance(meetingId, canManage && (state === 'open' || state === 'closed'))
  useEffect(keepAwake, [])

  return (
    <Screen title={query.data?.title ?? '签到'} wide>
      <QueryView query={query}>
        {(data) => {
          if (data.state === 'cancelled') return <EmptyState title="会议已取消" hint={data.cancelReason ?? ''} />
          if (!data.canManage) return <EmptyState title="签到屏由会议的组织者打开" hint="参加会议请扫描会场大屏幕上的二维码签到。" />
          if (data.state === 'scheduled') return <NotOpenYet meetingId={meetingId} startsAt={data.startsAt} onOpened={query.reload} />
          return <Room meetingId={meetingId} query={query} live={live} />
        }}
      </QueryView>
    </Screen>
  )
}

interface RoomProps {
  meetingId: string
  query: Query<{ state: string; signOut: boolean }>
  live: Live
}

function Room({ meetingId, query, live: { attendance, connected, refused } }: RoomProps) {
  const closing = useSubmit(close)
  const closed = attendance?.meetingState === 'closed' || query.data?.state === 'closed'
  const [purpose, setPurpose] = useState<Purpose>('check-in')
  const signOut = attendance?.signOut ?? query.data?.signOut ?? false
  const shownPurpose = signOut ? purpose : 'check-in'
  const name = shownPurpose === 'check-in' ? '签到码' : '签退码'
  const codes = useCodes(meetingId, !closed, shownPurpose)
  const finish = async () => {
    const left = attendance ? attendance.people.filter(({ state, counted }) => state === 'expected' && counted).length : 0
    const content = left ? `还有 ${left} 人未签到，结束后记为缺席，可由您更正。` : '应到人员都已签到或请假。'
    if (!(await confirm({ title: '结束签到', content, confirmText: '结束' }))) return
    if (await closing.submit({ meetingId })) query.reload()
  }
  return (
    <>
      {refused && <Notice tone="warning">{refused}</Notice>}
      {!connected && (
        <Notice tone="warning">{`网络已断开，${!closed && codes.shown ? `${name}继续有效；` : ''}名单将在联网后更新。`}</Notice>
      )}
      {closing.error && <Notice tone="warning">{closing.error.message}</Notice>}
      <View className="check-in-screen">
        <View className="check-in-screen__code">
          {closed ? <Ended meetingId={meetingId} /> : <CodePanel codes={codes} purpose={shownPurpose} />}
        </View>
        <View className="check-in-screen__people">
          {attendance ? (
            <>
              <Figures attendance={attendance} />
              <Wall attendance={attendance} />
            </>
          ) : (
            <Skeleton lines={6} />
          )}
          <View className="check-in-screen__actions">
            {!closed && signOut && (
              <Button onClick={() => setPurpose(shownPurpose === 'check-in' ? 'sign-out' : 'check-in')}>
                {shownPurpose === 'check-in' ? '换成签退码' : '换成签到码'}
              </Button>
            )}
            {toggleFullScreen && <Button onClick={toggleFullScreen}>全屏显示</Button>}
            <Button onClick={() => go(pages.meeting(meetingId))}>登记与点名</Button>
            {!closed && (
              <Button kind="danger" busy={closing.busy} onClick={finish}>
                结束签到
              </Button>
            )}
          </View>
        </View>
      </View>
    </>
  )
}

const Ended = ({ meetingId }: { meetingId: string }) => (
  <EmptyState
    title="签到已结束"
    hint="名单已固定，需要更正请到会议页登记原因。"
    action={
      <Button kind="main" onClick={() => go(pages.record(meetingId))}>
        写会议记录
      </Button>
    }
  />
)

function NotOpenYet({ meetingId, startsAt, onOpened }: { meetingId: string; startsAt: string; onOpened: () => void }) {
  const opening = useSubmit(open)
  const start = async () => {
    if (await opening.submit({ meetingId })) onOpened()
  }
  return (
    <>
      {opening.error && <Notice tone="warning">{opening.error.message}</Notice>}
      <EmptyState
        title="还没有开始签到"
        hint={`会议时间：${dayAndTime(startsAt)}。开始后，这里显示签到码，可投到大屏幕上。`}
        action={
          <Button kind="main" busy={opening.busy} onClick={start}>
            开始签到
          </Button>
        }
      />
    </>
  )
}
