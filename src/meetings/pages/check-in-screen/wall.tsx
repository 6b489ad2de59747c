import { Text, View } from '@tarojs/components'
import type { Attendance } from '../../../platform/watching'
import { arrivals } from './merge'
import './wall.scss'

/** The names of those who are in, the latest first. */
export function Wall({ attendance }: { attendance: Attendance }) {
  const people = arrivals(attendance)
  return (
    <View className="wall">
      {people.length === 0 && <Text className="wall__empty">签到后，名字会显示在这里</Text>}
      {people.map(({ memberId, name, state, flags }) => (
        <View key={memberId} className={`wall__name${state === 'late' ? ' wall__name--late' : ''}`}>
          {name}
          {state === 'late' && <Text className="wall__mark">迟到</Text>}
          {flags.includes('offline') && <Text className="wall__mark">离线</Text>}
        </View>
      ))}
    </View>
  )
}
