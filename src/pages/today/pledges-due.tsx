import { Text, View } from '@tarojs/components'
import { duePledges } from '../../../cloudfunctions/showcase/pledge-contract'
import { go, pages } from '../../platform/pages'
import { Card, Tag } from '../../ui/card'
import { dayOf, daysUntil, dueWords } from '../../ui/due-day'
import { ProgressBar } from '../../ui/progress-bar'
import { useQuery } from '../../ui/use-query'

/** What I promised and what is due soon, or overdue; nothing at all where nothing is. */
export function PledgesDue() {
  const { data } = useQuery(duePledges, {}, { keep: true })
  if (!data?.pledges.length) return null
  const { today, pledges } = data
  return (
    <View className="today__section">
      <Text className="today__heading">我的承诺</Text>
      <View className="today__cards">
        {pledges.map(({ pledgeId, text, target, dueOn, progress }) => (
          <Card
            key={pledgeId}
            title={text}
            extra={<Tag tone={daysUntil(dueOn, today) < 0 ? 'warning' : 'plain'}>{dueWords(dueOn, today)}</Tag>}
            onClick={() => go(pages.pledge(pledgeId))}
          >
            <Text className="today__due">{`目标：${target} · ${dayOf(dueOn, today)}前`}</Text>
            <ProgressBar percent={progress} />
          </Card>
        ))}
      </View>
    </View>
  )
}
