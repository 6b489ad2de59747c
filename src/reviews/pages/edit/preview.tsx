import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Template } from '../../../../cloudfunctions/reviews/contract'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/card'
import { Sheet } from '../../../ui/sheet'
import { dayAndTime } from '../../../ui/time'
import { partNames, templateNames } from '../../words'
import type { settingOf } from './draft'
import './preview.scss'

interface PreviewProps {
  template: Template
  setting: ReturnType<typeof settingOf>
}

/** The round as it comes before a rater, before anybody is asked anything. */
export function Preview({ template, setting: { title, criteria, raters, minimumBallots, comments, closesAt } }: PreviewProps) {
  const [opened, setOpened] = useState(false)
  const whom = template === 'fusion' ? '本支部' : '张三（举例）'
  return (
    <>
      <Button onClick={() => setOpened(true)}>预览评议人看到的</Button>
      <Sheet title="预览" opened={opened} onClose={() => setOpened(false)}>
        <Text className="round-preview__title">{title}</Text>
        <Fact label="类型">{templateNames[template]}</Fact>
        <Fact label="截止">{dayAndTime(closesAt, serverNow())}</Fact>
        <Fact label="评议人">{raters.map((part) => partNames[part]).join('、')}</Fact>
        <Text className="round-preview__title">{`评议 ${whom}`}</Text>
        {criteria.map(({ name, weight }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same while they are typed
          <View key={index} className="round-preview__criterion">
            <Text className="round-preview__name">{name || '（未填写）'}</Text>
            <Text className="round-preview__mark">{`权重 ${weight} · 0 到 100 分`}</Text>
          </View>
        ))}
        {comments && (
          <View className="round-preview__criterion">
            <Text className="round-preview__name">评语（可以不写）</Text>
            <Text className="round-preview__mark">随机次序公布</Text>
          </View>
        )}
        <Text className="round-preview__hint">
          {`票上没有名字，谁也查不出是谁投的。少于 ${minimumBallots} 张票的只公布票数。截止前可以修改。`}
        </Text>
      </Sheet>
    </>
  )
}
