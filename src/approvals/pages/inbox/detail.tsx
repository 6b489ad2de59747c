import { Card, Tag } from '../../../ui/card'
import { DecideItem } from '../../../ui/decide-item'
import { Notice } from '../../../ui/notice'
import { groupOf, type Item, kindName, named, reasonsFor, whose, wordsFor } from '../../item'
import { Asked } from './asked'

interface DetailProps {
  item: Item
  now: number
  onDecided: () => void
}

/** One thing that waits: what is decided, in full, and the two answers to it. */
export function Detail({ item, now, onDecided }: DetailProps) {
  return (
    <Card title={whose(item)} extra={<Tag tone="warning">{kindName(item)}</Tag>}>
      <Asked item={item} now={now} />
      {item.decidable ? (
        <DecideItem item={named(item)} words={wordsFor(item)} reasons={reasonsFor[groupOf(item)]} onDecided={onDecided} />
      ) : (
        <Notice tone="warning">{`${groupOf(item) === 'word' ? '这是给您的留言' : '您本人提交的'}，由其他支委审批。`}</Notice>
      )}
    </Card>
  )
}
