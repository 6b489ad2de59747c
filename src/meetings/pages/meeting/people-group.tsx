import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { LongList } from '../../../ui/long-list'
import type { Group } from './groups'
import './people-group.scss'
import { PersonRow } from './person-row'

/** How many rows are shown before asking for the rest. */
const first = 10

interface PeopleGroupProps {
  group: Group
  /** Shows everyone at once. */
  whole: boolean
  /** Who came and did not sign out. */
  isEarly: (person: Group['people'][number]) => boolean
  onChoose?: (memberId: string) => void
}

export function PeopleGroup({ group: { name, people }, whole, isEarly, onChoose }: PeopleGroupProps) {
  const [opened, setOpened] = useState(false)
  // Two more are no reason for a tap.
  const all = opened || whole || people.length <= first + 2
  return (
    <View className="people-group">
      <Text className="people-group__heading">{`${name} ${people.length} 人`}</Text>
      <View className="people-group__rows">
        <LongList items={all ? people : people.slice(0, first)}>
          {(person) => (
            <PersonRow
              key={person.memberId}
              person={person}
              early={isEarly(person)}
              {...(onChoose && { onClick: () => onChoose(person.memberId) })}
            />
          )}
        </LongList>
      </View>
      {!all && <Button onClick={() => setOpened(true)}>{`显示全部 ${people.length} 人`}</Button>}
    </View>
  )
}
