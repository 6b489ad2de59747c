import { Text, View } from '@tarojs/components'
import type { Attendance } from '../../../platform/watching'
import { arrivals } from '../../merge-attendance'
import './wall.scss'

/** Nobody reads more from across the room, and each arrival moves every name. */
const most = 200

/** The names of those who are in, the latest first. */
export function Wall({ attendance }: { attendance: Attendance }) {
  const people = arrivals(attendance)
  return (
    <View className="wall">
      {people.length === 0 && <Text className="wall__empty">签到后，名字会显示在这里</Text>}
      {people.slice(0, most).map(({ memberId, name, state, flags }) => (
        <View key={memberId} className={`wall__name${state === 'late' ? ' wall__name--late' : ''}`}>
          {name}
          {state === 'late' && <Text className="wall__mark">迟到</Text>}
          {flags.includes('offline') && <Text className="wall__mark">离线</Text>}
        </View>
      ))}
      {people.length > most && <Text className="wall__rest">{`另有 ${people.length - most} 人已签到`}</Text>}
    </View>
  )
}
