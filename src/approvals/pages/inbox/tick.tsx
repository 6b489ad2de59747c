import { Text, View } from '@tarojs/components'
import { Tag } from '../../../ui/card'
import { type Item, kindName, whose } from '../../item'
import { Asked } from './asked'
import './tick.scss'

interface TickProps {
  item: Item
  now: number
  ticked: boolean
  onTurn: () => void
}

/** One of many to decide together: still what is decided, in full. */
export function Tick({ item, now, ticked, onTurn }: TickProps) {
  return (
    <View className={`inbox-tick${ticked ? ' inbox-tick--chosen' : ''}`}>
      <View
        className="inbox-tick__head"
        role="checkbox"
        aria-checked={ticked}
        aria-label={`选择${whose(item)}的${kindName(item)}`}
        onClick={onTurn}
      >
        <View className="inbox-tick__box" />
        <Text className="inbox-tick__name">{whose(item)}</Text>
        <Tag tone="warning">{kindName(item)}</Tag>
      </View>
      <Asked item={item} now={now} />
    </View>
  )
}
