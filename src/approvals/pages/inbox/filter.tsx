import { View } from '@tarojs/components'
import { type Group, groupNames, groupOf, groups, type Item } from '../../item'
import './filter.scss'

interface FilterProps {
  items: readonly Item[]
  /** There is more than these. */
  more: boolean
  value: Group | undefined
  onChange: (group: Group | undefined) => void
}

/** What there is of each kind; one tap shows only that. */
export function Filter({ items, more, value, onChange }: FilterProps) {
  const counts = groups.map((group) => ({ group, count: items.filter((item) => groupOf(item) === group).length }))
  const there = counts.filter(({ count }) => count > 0)
  const chips = [{ group: undefined, count: items.length }, ...there]
  return (
    <View className="inbox-filter" role="radiogroup" aria-label="按类别查看">
      {chips.map(({ group, count }) => (
        <View
          key={group ?? 'all'}
          className={`inbox-filter__one${group === value ? ' inbox-filter__one--chosen' : ''}`}
          role="radio"
          aria-checked={group === value}
          onClick={() => onChange(group)}
        >
          {`${group ? groupNames[group] : '全部'} ${count}${more ? '+' : ''}`}
        </View>
      ))}
    </View>
  )
}
