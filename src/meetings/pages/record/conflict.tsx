import { Text, View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import './conflict.scss'
import type { Content, ContentField } from './content'

const names: Record<ContentField, string> = { chair: '主持人', recorder: '记录人', discussion: '讨论情况', resolutions: '决议' }

interface ConflictProps {
  conflicts: readonly ContentField[]
  theirs: Content
  onSettle: (choice: 'mine' | 'theirs' | 'both') => void
}

/** Two devices wrote on the same part: nothing is lost until somebody has chosen. */
export function Conflict({ conflicts, theirs, onSettle }: ConflictProps) {
  const hasText = conflicts.includes('discussion') || conflicts.includes('resolutions')
  return (
    <Card title="另一台设备上也写了">
      <Notice tone="warning">{`${conflicts.map((field) => names[field]).join('、')}在两处改得不一样。下面是另一处的内容，您这里写的还在原处。`}</Notice>
      {conflicts.map((field) => (
        <View key={field} className="record-conflict">
          <Text className="record-conflict__name">{names[field]}</Text>
          <Text className="record-conflict__text">{wordsOf(field, theirs) || '（空）'}</Text>
        </View>
      ))}
      {hasText && <Button onClick={() => onSettle('both')}>两处都留下</Button>}
      <Button onClick={() => onSettle('mine')}>只留我这里的</Button>
      <Button onClick={() => onSettle('theirs')}>只留另一处的</Button>
    </Card>
  )
}

function wordsOf(field: ContentField, content: Content): string {
  if (field === 'discussion') return content.discussion
  if (field === 'resolutions') return content.resolutions.join('\n')
  return content[field]?.name ?? ''
}
