import { Text, View } from '@tarojs/components'
import { performanceStateNames } from '../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../platform/pages'
import { Tag } from '../../ui/card'
import { type PerformanceEntry, performanceTones, subjectNames } from '../performance-words'
import './performance-row.scss'

/** One entry at a glance; a tap shows it whole. */
export function PerformanceRow({ entry }: { entry: PerformanceEntry }) {
  const { performanceId, about, text, figure, state, comment, evidence } = entry
  return (
    <View className="performance-row" role="button" onClick={() => go(pages.performance(performanceId))}>
      <View className="performance-row__marks">
        <Tag tone={performanceTones[state]}>{performanceStateNames[state]}</Tag>
        {comment !== null && <Tag tone="warning">已退回</Tag>}
        {figure && <Text className="performance-row__figure">{`${figure.value} ${figure.unit}`}</Text>}
      </View>
      <Text className="performance-row__text">{text}</Text>
      <Text className="performance-row__line">{`${subjectNames[about.kind]}：${about.text}`}</Text>
      {evidence.length > 0 && <Text className="performance-row__line">{`佐证 ${evidence.length} 项`}</Text>}
    </View>
  )
}
