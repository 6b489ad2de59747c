import { Text, View } from '@tarojs/components'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Tag } from '../../../ui/card'
import { LinkRow, LinkRows } from '../../../ui/link-row'
import { LongList } from '../../../ui/long-list'
import { ProgressBar } from '../../../ui/progress-bar'
import { useKeptBallots } from '../../use-kept-ballot'
import { partNames, type Round, standingWords } from '../../words'
import './subjects.scss'

/** Whom I rate, how far I am, and what became of each ballot. */
export function Subjects({ round: { roundId, subjects } }: { round: Round }) {
  const keptOf = useKeptBallots(roundId)
  const rated = subjects.filter(({ subjectId, issued }) => {
    const kept = keptOf(subjectId)
    return kept ? kept.trouble === undefined : issued
  }).length
  const next = subjects.find(({ subjectId, issued }) => !keptOf(subjectId) && !issued)
  return (
    <View className="subjects">
      <Text className="subjects__heading">{`已评 ${rated} / ${subjects.length}`}</Text>
      <ProgressBar percent={Math.floor((100 * rated) / subjects.length)} label="评议进度" />
      {next && (
        <Button kind="main" onClick={() => go(pages.rate({ roundId, subjectId: next.subjectId }))}>
          {`${rated ? '继续' : '开始'}评议：${next.name}`}
        </Button>
      )}
      <LinkRows>
        <LongList items={subjects}>
          {({ subjectId, name, part, issued }) => {
            const kept = keptOf(subjectId)
            const { text, tone } = standingWords(kept, issued)
            return (
              <LinkRow
                key={subjectId}
                title={name}
                hint={kept?.trouble ?? partNames[part]}
                extra={<Tag tone={tone}>{text}</Tag>}
                onClick={() => go(pages.rate({ roundId, subjectId }))}
              />
            )
          }}
        </LongList>
      </LinkRows>
    </View>
  )
}
