import { Text, View } from '@tarojs/components'
import './progress-bar.scss'

/** How far something is, from 0 to 100, as a bar and in figures. */
export function ProgressBar({ percent, label = '进度' }: { percent: number; label?: string }) {
  return (
    <View className="progress" role="progressbar" aria-label={`${label} ${percent}%`} aria-valuenow={percent}>
      <View className="progress__track">
        <View className={`progress__done${percent >= 100 ? ' progress__done--whole' : ''}`} style={{ width: `${percent}%` }} />
      </View>
      <Text className="progress__figure">{`${percent}%`}</Text>
    </View>
  )
}
