import { Text, View } from '@tarojs/components'
import { list } from '../../../../cloudfunctions/meetings/contract'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { MeetingCard } from '../../../ui/meeting-card'
import { EmptyState, QueryView } from '../../../ui/states'
import { monthName } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { byMonth } from './by-month'
import './stretch.scss'

interface StretchProps {
  unitId: string
  /** The start of the last meeting above; undefined at the top. */
  before: string | undefined
  /** Nothing older is shown below it yet. */
  isLast: boolean
  onMore: (before: string) => void
  mayArrange: boolean
}

export function Stretch({ unitId, before, isLast, onMore, mayArrange }: StretchProps) {
  const query = useQuery(list, { unitId, ...(before && { before }) }, { keep: !before })
  if (!query.data && query.error?.code === 'NOT_ALLOWED') {
    return <EmptyState title="这个组织的会议不对您开放" hint="可以查看本支部和您联系支部的会议，如有需要请联系管理员。" />
  }
  return (
    <QueryView query={query} skeletonLines={8}>
      {({ meetings, more }) => {
        if (!meetings.length && !before) return <Nothing mayArrange={mayArrange} />
        const now = serverNow()
        return (
          <>
            {byMonth(meetings).map(({ month, meetings: those }) => (
              <View key={month} className="stretch__month">
                {!(before && month === monthName(before)) && <Text className="stretch__heading">{month}</Text>}
                <View className="stretch__cards">
                  {those.map((each) => (
                    <MeetingCard key={each.meetingId} meeting={each} now={now} unitShown={each.unitId !== unitId} />
                  ))}
                </View>
              </View>
            ))}
            {isLast && <More before={more ? meetings.at(-1)?.startsAt : undefined} onMore={onMore} />}
          </>
        )
      }}
    </QueryView>
  )
}

const Nothing = ({ mayArrange }: { mayArrange: boolean }) => (
  <EmptyState title="还没有会议" hint={mayArrange ? '您安排的会议会显示在这里。' : '支部书记安排会议后，会显示在这里。'} />
)

function More({ before, onMore }: { before: string | undefined; onMore: (before: string) => void }) {
  if (!before) return <Text className="stretch__end">没有更早的会议了</Text>
  return <Button onClick={() => onMore(before)}>加载更多</Button>
}
