import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { decide, mostDecisions } from '../../../../cloudfunctions/approvals/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { LongList } from '../../../ui/long-list'
import { Notice } from '../../../ui/notice'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'
import { type Group, groupNames, type Item, named, reasonsFor } from '../../item'
import { Tick } from './tick'
import './together.scss'

interface TogetherProps {
  group: Group
  /** All of them the caller's to decide. */
  items: readonly Item[]
  now: number
  onDecided: (keys: string[]) => void
  onLeave: () => void
}

/** Many of one kind, decided in one go: all are ticked, and some may be unticked. */
export function Together({ group, items, now, onDecided, onLeave }: TogetherProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const offered = items.slice(0, mostDecisions)
  const ticked = offered.filter(({ key }) => !left.has(key))
  const { submit, busy, error } = useSubmit(decide)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')

  const turn = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const send = async (decision: 'approved' | 'returned') => {
    const why = decision === 'returned' ? { reason } : {}
    const answer = await submit({ items: ticked.map(named), decision, ...why })
    if (!answer) return
    const others = answer.already ? `，${answer.already} 项已处理过` : ''
    say(`${decision === 'approved' ? '已通过' : '已退回'} ${answer.decided} 项${others}`)
    setReturning(false)
    onDecided(ticked.map(({ key }) => key))
  }
  const approve = async () => {
    const agreed = await confirm({
      title: `通过这 ${ticked.length} 项${groupNames[group]}？`,
      content: '通过后本人会看到结果，请先逐项看过。',
      confirmText: '通过',
    })
    if (agreed) await send('approved')
  }

  return (
    <View className="together">
      {items.length > offered.length && <Notice tone="warning">{`一次最多 ${mostDecisions} 项，其余的处理完这些再选。`}</Notice>}
      <LongList items={offered}>
        {(item) => <Tick key={item.key} item={item} now={now} ticked={!left.has(item.key)} onTurn={() => turn(item.key)} />}
      </LongList>
      <View className="together__bar">
        {error && !returning && <Notice tone="warning">{error.message}</Notice>}
        <Text className="together__count">{`已选 ${ticked.length} 项`}</Text>
        <View className="together__answers">
          <Button kind="main" busy={busy} disabled={!ticked.length} onClick={() => void approve()}>
            批量通过
          </Button>
          <Button busy={busy} disabled={!ticked.length} onClick={() => setReturning(true)}>
            批量退回
          </Button>
          <Button onClick={onLeave}>取消选择</Button>
        </View>
      </View>
      <ReasonSheet
        title={`退回这 ${ticked.length} 项并说明原因`}
        opened={returning}
        onClose={() => setReturning(false)}
        reason={reason}
        onReason={setReason}
        suggestions={reasonsFor[group]}
        action="确定退回"
        busy={busy}
        error={error}
        onSubmit={() => void send('returned')}
      />
    </View>
  )
}
