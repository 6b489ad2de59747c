import { Text, View } from '@tarojs/components'
import { myMakeUps } from '../../../cloudfunctions/meetings/make-up-contract'
import { go, pages } from '../../platform/pages'
import { Card, Tag } from '../../ui/card'
import { makeUpWords } from '../../ui/make-up-words'
import { dayName } from '../../ui/time'
import { useQuery } from '../../ui/use-query'

/** What I owe for meetings I missed; nothing at all where I owe nothing. */
export function MakeUpsOwed({ now }: { now: number }) {
  const { data } = useQuery(myMakeUps, {}, { keep: true })
  if (!data?.makeUps.length) return null
  return (
    <View className="today__section">
      <Text className="today__heading">补课</Text>
      <View className="today__cards">
        {data.makeUps.map(({ meetingId, title, state, dueAt }) => {
          const { text, tone } = makeUpWords(state, dueAt, now)
          return (
            <Card
              key={meetingId}
              title={`补学：${title}`}
              extra={<Tag tone={tone}>{text}</Tag>}
              onClick={() => go(pages.makeUp(meetingId))}
            >
              <Text className="today__due">{`${dayName(dueAt, now)}截止`}</Text>
            </Card>
          )
        })}
      </View>
    </View>
  )
}
