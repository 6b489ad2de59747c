import { Text, View } from '@tarojs/components'
import type { AttendanceWay } from '../../../../cloudfunctions/meetings/contract'
import { Tag } from '../../../ui/card'
import { clockTime } from '../../../ui/time'
import type { Person } from '../../meeting'
import { flagNames } from '../../words'
import './person-row.scss'

/** A scan goes without saying. */
const wayMarks: Partial<Record<AttendanceWay, string>> = { manual: '登记', remote: '远程' }

interface PersonRowProps {
  person: Person
  /** Came, and did not sign out. */
  early: boolean
  onClick?: () => void
}

/** One person: who, since when, and what the organiser should look at. */
export function PersonRow({ person, early, onClick }: PersonRowProps) {
  const { name, groupName, counted, at, how, flags, reason, signedOutAt } = person
  const came = at ? [clockTime(at), how && wayMarks[how]].filter(Boolean).join(' ') : ''
  const time = signedOutAt ? `${came} – ${clockTime(signedOutAt)}` : came
  return (
    <View className={`person-row${onClick ? ' person-row--tap' : ''}`} {...(onClick && { onClick, role: 'button', tabIndex: 0 })}>
      <View className="person-row__who">
        <View className="person-row__line">
          <Text className="person-row__name">{name}</Text>
          {!counted && <Tag>列席</Tag>}
          {early && <Tag tone="warning">未签退</Tag>}
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
