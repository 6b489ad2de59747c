import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { type Group, groupOf } from '../../item'
import { useInbox } from '../../use-inbox'
import { Filter } from './filter'
import './index.scss'
import { OneByOne } from './one-by-one'
import { Together } from './together'

/** Answers: what waits for my decision? */
export default function InboxPage() {
  const { query, items, drop, further, goOn, goBack } = useInbox()
  const [wanted, setWanted] = useState<Group>()
  const [together, setTogether] = useState(false)
  // A kind of which nothing is left is no longer wanted.
  const group = items.some((item) => groupOf(item) === wanted) ? wanted : undefined
  const shown = group ? items.filter((item) => groupOf(item) === group) : items
  const decidable = shown.filter((item) => item.decidable)
  const choose = (next: Group | undefined) => {
    setWanted(next)
    setTogether(false)
  }
  return (
    <Screen title="待审批" wide>
      <QueryView query={query} skeletonLines={6}>
        {({ now, more }) => {
          const at = Date.parse(now)
          return (
            <View className="inbox">
              {items.length === 0 && (
                <EmptyState
                  title={further ? '后面没有了' : '没有待审批的事项'}
                  hint="同志们请假、补课，或提交承诺、绩效和项目后，会显示在这里。"
                />
              )}
              {items.length > 0 && <Filter items={items} more={more} value={group} onChange={choose} />}
              {group && !together && decidable.length > 1 && (
                <View className="inbox__bar">
                  <Button small onClick={() => setTogether(true)}>
                    全部选择
                  </Button>
                </View>
              )}
              {group && together ? (
                <Together
                  group={group}
                  items={decidable}
                  now={at}
                  onDecided={(keys) => {
                    drop(keys)
                    setTogether(false)
                  }}
                  onLeave={() => setTogether(false)}
                />
              ) : (
                <OneByOne items={shown} now={at} onDecided={(key) => drop([key])} />
              )}
              {(more || further) && (
                <View className="inbox__bar">
                  {further && <Button onClick={goBack}>回到最早提交的</Button>}
                  {more && <Button onClick={goOn}>查看后面提交的</Button>}
                </View>
              )}
            </View>
          )
        }}
      </QueryView>
    </Screen>
  )
}
