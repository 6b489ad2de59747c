import { Text, View } from '@tarojs/components'
import { pledgeCategoryNames } from '../../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { dayOf, dueWords } from '../../../ui/due-day'
import { Notice } from '../../../ui/notice'
import { ProgressBar } from '../../../ui/progress-bar'
import { dayName } from '../../../ui/time'
import { PledgeMarks } from '../../components/pledge-marks'
import { isPublic, type Pledge } from '../../pledge-words'
import './about.scss'

/** The promise itself. */
export function About({ pledge }: { pledge: Pledge }) {
  const { name, unitName, memberId, mine, category, year, text, measure, target, dueOn, today } = pledge
  const { state, progress, publishedAt, waiting, returned, submissions } = pledge
  return (
    <>
      <Card>
        <View className="pledge-about__marks">
          <Tag>{`${year} 年 · ${pledgeCategoryNames[category]}`}</Tag>
          <PledgeMarks pledge={pledge} />
        </View>
        <Text className="pledge-about__text">{text}</Text>
        <Fact label="怎么衡量">{measure}</Fact>
        <Fact label="目标">{target}</Fact>
        <Fact label="完成日期">{`${dayOf(dueOn, today)}${state === 'published' ? `（${dueWords(dueOn, today)}）` : ''}`}</Fact>
        {isPublic(state) && <ProgressBar percent={progress} />}
        <Fact label="承诺人">{`${name} · ${unitName}`}</Fact>
        {publishedAt && <Fact label="公布">{dayName(publishedAt)}</Fact>}
        {!mine && <Button onClick={() => go(pages.member(memberId))}>{`看${name}的三亮`}</Button>}
      </Card>
      {returned !== null && waiting === null && (
        <Notice tone="warning">{`支部${submissions[0]?.state === 'revoked' ? '撤销' : '退回'}：${returned}`}</Notice>
      )}
    </>
  )
}
