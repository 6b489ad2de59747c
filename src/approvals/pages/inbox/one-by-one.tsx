import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWideScreen } from '../../../platform/wide-screen'
import { LongList } from '../../../ui/long-list'
import type { Item } from '../../item'
import { Detail } from './detail'
import './one-by-one.scss'
import { Row } from './row'

interface OneByOneProps {
  items: readonly Item[]
  now: number
  onDecided: (key: string) => void
}

/** Each with its answers; on a wide screen the list stands beside the one that is chosen, and the next takes the place of what is decided. */
export function OneByOne({ items, now, onDecided }: OneByOneProps) {
  const wide = useWideScreen()
  const [chosen, setChosen] = useState({ key: '', place: 0 })
  const shown = items.find(({ key }) => key === chosen.key) ?? items[Math.min(chosen.place, items.length - 1)]
  const detail = (item: Item) => <Detail key={item.key} item={item} now={now} onDecided={() => onDecided(item.key)} />
  if (!wide || !shown) return <LongList items={items}>{detail}</LongList>
  return (
    <View className="one-by-one">
      <View className="one-by-one__list">
        <LongList items={items}>
          {(item) => (
            <Row
              key={item.key}
              item={item}
              now={now}
              chosen={item === shown}
              onChoose={() => setChosen({ key: item.key, place: items.indexOf(item) })}
            />
          )}
        </LongList>
      </View>
      <View className="one-by-one__detail">{detail(shown)}</View>
    </View>
  )
}
