import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { gradeNames, partNames, type SubjectResult } from '../../words'
import { CriterionBars } from './criterion-bars'
import './subject-card.scss'

interface SubjectCardProps {
  subject: SubjectResult
  minimumBallots: number
}

/** What one subject came to; how the marks lie is one tap away, for oneself at once. */
export function SubjectCard({ subject, minimumBallots }: SubjectCardProps) {
  const { name, mine, score, median, grade, ballots, issued, overfull, capReason, dropped, comments } = subject
  const tallies = subject.tallies.filter(({ criteria }) => criteria.length > 0)
  const [open, setOpen] = useState(mine)
  return (
    <Card
      title={mine ? `${name}（我）` : name}
      extra={grade && <Tag tone={grade === 'excellent' ? 'success' : 'plain'}>{gradeNames[grade]}</Tag>}
    >
      {overfull && <Notice tone="warning">{`收到 ${ballots} 张票，只领出 ${issued} 张。这个结果不可信，请向上级党组织反映。`}</Notice>}
      {score === null ? (
        <Text className="subject-card__note">{`收到 ${ballots} 张票，不足 ${minimumBallots} 张，只公布票数。`}</Text>
      ) : (
        <View className="subject-card__figures">
          <Text className="subject-card__score">{score}</Text>
          <Text className="subject-card__note">{`${median === null ? '' : `支部中位数 ${median} · `}收到 ${ballots} 张 / 领出 ${issued} 张`}</Text>
        </View>
      )}
      {capReason && <Text className="subject-card__note">{`等次受底线限制：${capReason}`}</Text>}
      {dropped.length > 0 && (
        <Text className="subject-card__note">
          {`${dropped.map((part) => partNames[part]).join('、')}票数不足，没有计入，权重按比例分给其余部分。`}
        </Text>
      )}
      {open &&
        tallies.map(({ part, ballots: count, criteria }) => (
          <View key={part} className="subject-card__part">
            {tallies.length > 1 && <Text className="subject-card__heading">{`${partNames[part]}（${count} 张）`}</Text>}
            {criteria.map((criterion) => (
              <CriterionBars key={criterion.name} criterion={criterion} />
            ))}
          </View>
        ))}
      {open && comments.length > 0 && <Text className="subject-card__heading">评语（随机次序）</Text>}
      {open &&
        comments.map((comment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same, and they never change.
          <Text key={index} className="subject-card__comment">
            {comment}
          </Text>
        ))}
      {tallies.length > 0 && (
        <Button small onClick={() => setOpen(!open)}>
          {open ? '收起' : '看各项得分'}
        </Button>
      )}
    </Card>
  )
}
