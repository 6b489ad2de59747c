import { Text, View } from '@tarojs/components'
import type { Change } from '../pledge-changes'
import './change-list.scss'

/** What another wording changes: as it was, and as it becomes. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => (
  <>
    {changes.map(({ label, from, to }) => (
      <View key={label} className="change">
        <Text className="change__label">{label}</Text>
        <Text className="change__from">{`原：${from}`}</Text>
        <Text className="change__to">{`改：${to}`}</Text>
      </View>
    ))}
  </>
)
