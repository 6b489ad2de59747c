import { Text, View } from '@tarojs/components'
import { pledgeCategoryNames } from '../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../platform/pages'
import { Tag } from '../../ui/card'
import { dayOf, dueWords } from '../../ui/due-day'
import { ProgressBar } from '../../ui/progress-bar'
import { PledgeMarks } from '../components/pledge-marks'
import { isPublic, type PledgeSummary } from '../pledge-words'
import './section-row.scss'

/** One promise at a glance; a tap shows it whole. */
export function PledgeRow({ pledge, today }: { pledge: PledgeSummary; today: string }) {
  const { pledgeId, category, text, target, dueOn, state, progress } = pledge
  const left = state === 'published' ? `（${dueWords(dueOn, today)}）` : ''
  return (
    <View className="section-row" role="button" onClick={() => go(pages.pledge(pledgeId))}>
      <View className="section-row__marks">
        <Tag>{pledgeCategoryNames[category]}</Tag>
        <PledgeMarks pledge={pledge} />
      </View>
      <Text className="section-row__text">{text}</Text>
      <Text className="section-row__line">{`目标：${target}`}</Text>
      <Text className="section-row__line">{`完成日期：${dayOf(dueOn, today)}${left}`}</Text>
      {isPublic(state) && <ProgressBar percent={progress} />}
    </View>
  )
}
