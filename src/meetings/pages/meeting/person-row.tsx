import { Text, View } from '@tarojs/components'
import type { AttendanceWay } from '../../../../cloudfunctions/meetings/contract'
import { Tag } from '../../../ui/card'
import { clockTime } from '../../../ui/time'
import type { Person } from '../../meeting'
import { flagNames } from '../../words'
import './person-row.scss'

/** A scan goes without saying. */
const wayMarks: Partial<Record<AttendanceWay, string>> = { manual: '登记', remote: '远程' }

/** One person: who, since when, and what the organiser should look at. */
export function PersonRow({ person, onClick }: { person: Person; onClick?: () => void }) {
  const { name, groupName, counted, at, how, flags, reason } = person
  const time = at ? [clockTime(at), how && wayMarks[how]].filter(Boolean).join(' ') : ''
  return (
    <View className={`person-row${onClick ? ' person-row--tap' : ''}`} {...(onClick && { onClick, role: 'button', tabIndex: 0 })}>
      <View className="person-row__who">
        <View className="person-row__line">
          <Text className="person-row__name">{name}</Text>
          {!counted && <Tag>列席</Tag>}
          {groupName && <Text className="person-row__group">{groupName}</Text>}
        </View>
        {flags.length > 0 && (
          <View className="person-row__line">
            {flags.map((flag) => (
              <Tag key={flag} tone="warning">
                {flagNames[flag]}
              </Tag>
            ))}
          </View>
        )}
        {reason && <Text className="person-row__reason">{reason}</Text>}
      </View>
      <Text className="person-row__time">{time}</Text>
      {onClick && <View className="person-row__arrow" />}
    </View>
  )
}
