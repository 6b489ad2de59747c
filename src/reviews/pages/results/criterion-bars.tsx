import { Text, View } from '@tarojs/components'
import type { SubjectResult } from '../../words'
import './criterion-bars.scss'

type Criterion = SubjectResult['tallies'][number]['criteria'][number]

/** How the marks of one criterion lie: a bar for each mark that was given, the best first, with its number beside it. */
export function CriterionBars({ criterion: { name, mean, distribution } }: { criterion: Criterion }) {
  const most = Math.max(1, ...distribution)
  const rows = distribution.map((count, step) => ({ mark: step * 5, count })).filter(({ count }) => count > 0)
  return (
    <View className="criterion-bars" role="list" aria-label={`${name}的得分`}>
      <View className="criterion-bars__head">
        <Text className="criterion-bars__name">{name}</Text>
        <Text className="criterion-bars__mean">{`平均 ${mean}`}</Text>
      </View>
      {[...rows].reverse().map(({ mark, count }) => (
        <View key={mark} className="criterion-bars__row" role="listitem" aria-label={`${mark} 分 ${count} 票`}>
          <Text className="criterion-bars__mark">{`${mark} 分`}</Text>
          <View className="criterion-bars__track">
            <View className="criterion-bars__bar" style={{ width: `${(100 * count) / most}%` }} />
          </View>
          <Text className="criterion-bars__count">{`${count} 票`}</Text>
        </View>
      ))}
    </View>
  )
}
