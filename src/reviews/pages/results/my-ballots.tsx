import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { exportRound } from '../../../../cloudfunctions/reviews/contract'
import { keptBallots } from '../../../platform/kept-ballots'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { countIssued, type Finding, findBallots, isSameKey, type Published } from '../../find-ballots'
import './my-ballots.scss'

/** Everybody's lines are published; mine are found by what only this phone knows. Asked for by a tap, since it is long. */
export function MyBallots({ roundId }: { roundId: string }) {
  const [asked, setAsked] = useState(false)
  const query = useQuery(exportRound, asked ? { roundId } : undefined)
  return (
    <Card title="找到我的票">
      <Text className="my-ballots__hint">公布的票没有名字，只有编号。编号只存在投票的那部手机上，由手机在这里比对，不会告诉服务器。</Text>
      {asked ? (
        <QueryView query={query}>{(data) => <Found roundId={roundId} published={data} />}</QueryView>
      ) : (
        <Button onClick={() => setAsked(true)}>查找</Button>
      )}
    </Card>
  )
}

const findingWords: Record<Finding, { text: string; tone: 'success' | 'warning' | 'plain' }> = {
  counted: { text: '已计入', tone: 'success' },
  other: { text: '分数不符', tone: 'warning' },
  missing: { text: '没有找到', tone: 'warning' },
  'never-sent': { text: '没有送达', tone: 'plain' },
}

function Found({ roundId, published }: { roundId: string; published: Published }) {
  const memberId = session.use()?.me.id
  const mine = Object.values(keptBallots.use()).filter((ballot) => ballot.memberId === memberId && ballot.roundId === roundId)
  const found = findBallots(mine, published)
  const wrong = found.some(({ finding }) => finding === 'other' || finding === 'missing')
  return (
    <View className="my-ballots">
      {!isSameKey(mine, published) && (
        <Notice tone="warning">公布的钥匙和您领票时的不同，有人可能想认出您的票。请截图并向上级党组织反映。</Notice>
      )}
      {mine.length === 0 && <Text className="my-ballots__hint">这部手机上没有您在这次评议中的票。</Text>}
      {found.map(({ ballot: { subjectId, subjectName }, marks, finding }) => (
        <View key={subjectId} className="my-ballots__row">
          <Text className="my-ballots__name">{subjectName}</Text>
          {marks && <Text className="my-ballots__marks">{marks.join('、')}</Text>}
          <Tag tone={findingWords[finding].tone}>{findingWords[finding].text}</Tag>
        </View>
      ))}
      {wrong && <Notice tone="warning">有送达过的票和公布的不一致。请截图，向上级党组织反映。</Notice>}
      <Text className="my-ballots__hint">{`一共公布 ${published.lines.length} 张票，领出 ${published.issued.length} 张。领票名单：${namesOf(published)}`}</Text>
    </View>
  )
}

const namesOf = (published: Published) =>
  countIssued(published)
    .map(({ name, count }) => `${name} ${count} 张`)
    .join('、') || '没有人领票'
