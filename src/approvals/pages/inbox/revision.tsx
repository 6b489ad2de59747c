import { Text, View } from '@tarojs/components'
import { pledgeCategoryNames } from '../../../../cloudfunctions/showcase/contract'
import { Fact } from '../../../ui/card'
import type { Content } from '../../item'
import { day } from './day'
import './revision.scss'

type Proposed = Extract<Content, { kind: 'pledge-revision' }>

interface RevisionProps {
  revision: Proposed
  now: number
}

/** What stands and what would stand, side by side; what would change is marked. */
export function Revision({ revision, now }: RevisionProps) {
  const lines = (text: Proposed['before']) => [
    text.text,
    pledgeCategoryNames[text.category],
    text.measure,
    text.target,
    day(text.dueOn, now),
  ]
  const [before, after] = [lines(revision.before), lines(revision)]
  return (
    <>
      <Fact label="修订原因">{revision.reason}</Fact>
      <View className="revision">
        <View className="revision__row revision__row--head">
          <Text className="revision__cell">现在的</Text>
          <Text className="revision__cell">改为</Text>
        </View>
        {['承诺', '类别', '怎么衡量', '目标', '完成期限'].map((label, index) => {
          const changed = before[index] !== after[index]
          return (
            <View key={label} className={`revision__line${changed ? ' revision__line--changed' : ''}`}>
              <Text className="revision__label">{changed ? `${label}（有改动）` : label}</Text>
              <View className="revision__row">
                <Text className="revision__cell">{before[index]}</Text>
                <Text className="revision__cell revision__cell--new">{after[index]}</Text>
              </View>
            </View>
          )
        })}
      </View>
    </>
  )
}
