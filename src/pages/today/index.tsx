import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { mine } from '../../../cloudfunctions/meetings/contract'
import { useScan } from '../../check-in/use-scan'
import { go, pages } from '../../platform/pages'
import { learnServerTime, serverNow } from '../../platform/server-clock'
import { session } from '../../platform/session'
import { Button } from '../../ui/button'
import { MeetingCard } from '../../ui/meeting-card'
import { Screen } from '../../ui/screen'
import { EmptyState, QueryView } from '../../ui/states'
import { dayName } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import { Approvals } from './approvals'
import { KeptScanNotices } from './kept-scan-notices'
import { MakeUpsOwed } from './make-ups-owed'
import { mayArrange, mayOverlook } from './may-arrange'
import { PledgesDue } from './pledges-due'
import { ReviewsOpen } from './reviews-open'
import './index.scss'

/** Answers: what do I owe now? */
export default function TodayPage() {
  const me = session.use()?.me
  const meetings = useQuery(mine, me && {}, { keep: true })
  const scan = useScan()
  const now = useMinute()
  const answeredAt = meetings.data?.now
  const fresh = !meetings.error
  useEffect(() => {
    if (answeredAt && fresh) learnServerTime(answeredAt)
  }, [answeredAt, fresh])

  return (
    <Screen
      title="今日"
      tab
      footer={
        <Button kind="main" onClick={scan}>
          扫码签到
        </Button>
      }
    >
      <View className="today__greeting">
        <Text className="today__name">{me ? `${me.name}同志` : ''}</Text>
        <Text className="today__date">{`${dayName(now, 0)} · ${me?.unitName ?? ''}`}</Text>
      </View>
      <KeptScanNotices />
      {me && mayArrange(me) && <Approvals />}
      {me && <ReviewsOpen now={now} />}
      {me && <MakeUpsOwed now={now} />}
      {me && <PledgesDue />}
      <QueryView query={meetings} skeletonLines={6}>
        {({ current, upcoming, past }) => (
          <>
            <Section title="正在签到" shown={current.length > 0}>
              {current.map((each) => (
                <MeetingCard key={each.meetingId} meeting={each} now={now} />
              ))}
            </Section>
            <Section title="接下来" shown={upcoming.length > 0}>
              {upcoming.map((each) => (
                <MeetingCard key={each.meetingId} meeting={each} now={now} />
              ))}
            </Section>
            {current.length + upcoming.length === 0 && (
              <EmptyState title="近期没有会议" hint="支部书记安排会议后，会议的时间和地点会显示在这里。" />
            )}
            <Section title="最近参加" shown={past.length > 0}>
              {past.slice(0, 5).map((each) => (
                <MeetingCard key={each.meetingId} meeting={each} now={now} />
              ))}
            </Section>
          </>
        )}
      </QueryView>
      <View className="today__links">
        {me && mayArrange(me) && <Button onClick={() => go(pages.schedule({}))}>安排会议</Button>}
        {me && mayOverlook(me) && <Button onClick={() => go(pages.cadence())}>三会一课</Button>}
        <Button onClick={() => go(pages.meetings())}>全部会议</Button>
      </View>
    </Screen>
  )
}

function Section({ title, shown, children }: { title: string; shown: boolean; children: React.ReactNode }) {
  if (!shown) return null
  return (
    <View className="today__section">
      <Text className="today__heading">{title}</Text>
      <View className="today__cards">{children}</View>
    </View>
  )
}

/** The server's time, once a minute. */
function useMinute() {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
