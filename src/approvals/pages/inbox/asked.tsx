import { Text } from '@tarojs/components'
import { Fact } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { dayAndTime } from '../../../ui/time'
import { type Item, since } from '../../item'
import './asked.scss'
import { Submitted, Words } from './submitted'

interface AskedProps {
  item: Item
  now: number
}

/** Since when it waits, and what is decided on, in full. */
export function Asked({ item, now }: AskedProps) {
  return (
    <>
      <Text className="inbox-asked__since">{`${item.unitName} · ${since(item, now)}`}</Text>
      {item.kind === 'submission' ? (
        <>
          <Submitted content={item.content} now={now} />
          <EvidenceList evidence={item.evidence} />
        </>
      ) : (
        <>
          <Fact label="会议">{`${item.title}（${dayAndTime(item.startsAt, now)}）`}</Fact>
          {item.kind === 'leave' && <Fact label="请假原因">{item.reason}</Fact>}
          {item.kind === 'make-up' && <Fact label="补学要求">{item.instructions}</Fact>}
          {item.kind === 'make-up' && <Words>{item.note}</Words>}
        </>
      )}
    </>
  )
}
