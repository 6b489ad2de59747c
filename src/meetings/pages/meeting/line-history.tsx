import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { lineHistory } from '../../../../cloudfunctions/meetings/record-contract'
import { Tag } from '../../../ui/card'
import { dayAndTime } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { attendanceStateNames } from '../../words'
import './line-history.scss'

type Change = OutputOf<typeof lineHistory>['changes'][number]

const names: Record<Change['what'], string> = {
  recorded: '登记',
  admitted: '准予远程参会',
  'flags-settled': '核实',
  'leave-granted': '同意请假',
  'leave-refused': '未同意请假',
  'leave-withdrawn': '撤回请假',
}

/** What was changed by hand on one person's line, for the organiser. It comes beside what can be decided, so waiting for it holds nothing up. */
export function LineHistory({ meetingId, memberId }: { meetingId: string; memberId: string }) {
  const { data, error } = useQuery(lineHistory, { meetingId, memberId })
  if (error && !data) return <Text className="line-history__failed">登记经过没有加载成功，联网后会自动重试。</Text>
  if (!data?.changes.length) return null
  return (
    <View className="line-history">
      <Text className="line-history__title">登记经过</Text>
      {data.changes.map((change) => (
        <View key={`${change.at} ${change.what}`} className="line-history__one">
          <View className="line-history__head">
            <Text className="line-history__what">{wordsOf(change)}</Text>
            {change.afterClose && <Tag tone="warning">更正</Tag>}
          </View>
          {change.reason && <Text>{change.reason}</Text>}
          <Text className="line-history__who">{[change.by, dayAndTime(change.at)].filter(Boolean).join(' ')}</Text>
        </View>
      ))}
    </View>
  )
}

function wordsOf({ what, before, after }: Change): string {
  if (!after) return names[what]
  return before && before !== after
    ? `${attendanceStateNames[before]} → ${attendanceStateNames[after]}`
    : `${names[what]}：${attendanceStateNames[after]}`
}
