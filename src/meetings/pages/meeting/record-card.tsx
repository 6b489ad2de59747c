import { Text } from '@tarojs/components'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import type { Meeting } from '../../meeting'
import './record-card.scss'

/** The way to the record: for everyone once it is confirmed, before that for whoever writes it. */
export function RecordCard({ meeting: { meetingId, state, recordState, canManage } }: { meeting: Meeting }) {
  if (state !== 'open' && state !== 'closed') return null
  const look = (text: string) => <Button onClick={() => go(pages.record(meetingId))}>{text}</Button>
  if (recordState === 'confirmed') {
    return (
      <Card title="会议记录" extra={<Tag tone="success">已确认</Tag>}>
        {look('查看会议记录')}
      </Card>
    )
  }
  // Once it is closed, writing the record is the page's main action, at the foot.
  if (canManage) return state === 'open' ? <Card title="会议记录">{look(recordState === 'draft' ? '继续写' : '边开边写')}</Card> : null
  return state === 'closed' ? (
    <Card title="会议记录">
      <Text className="record-card__hint">书记确认后，会显示在这里。</Text>
    </Card>
  ) : null
}
