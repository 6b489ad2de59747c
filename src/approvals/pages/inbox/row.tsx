import { Text, View } from '@tarojs/components'
import { Tag } from '../../../ui/card'
import { type Item, kindName, since, summary, whose } from '../../item'
import './row.scss'

interface RowProps {
  item: Item
  now: number
  chosen: boolean
  onChoose: () => void
}

/** One line of what waits, beside the whole of the one that is chosen. */
export function Row({ item, now, chosen, onChoose }: RowProps) {
  return (
    <View className={`inbox-row${chosen ? ' inbox-row--chosen' : ''}`} role="button" aria-pressed={chosen} onClick={onChoose}>
      <View className="inbox-row__line">
        <Text className="inbox-row__name">{whose(item)}</Text>
        <Tag>{kindName(item)}</Tag>
        <Text className="inbox-row__since">{since(item, now)}</Text>
      </View>
      <Text className="inbox-row__summary">{summary(item)}</Text>
    </View>
  )
}
