import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Template } from '../../../../cloudfunctions/reviews/contract'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { dayAndTime } from '../../../ui/time'
import { MarkField } from '../../components/mark-field'
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
  const [marks, setMarks] = useState<Record<number, number>>({})
  const [comment, setComment] = useState('')
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
        <View className="round-preview__marks">
          {criteria.map(({ name, weight }, index) => (
            <MarkField
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same while they are typed
              key={index}
              name={name || '（未填写）'}
              weight={weight}
              mark={marks[index] ?? null}
              onChange={(mark) => setMarks({ ...marks, [index]: mark })}
            />
          ))}
        </View>
        {comments && <TextField label="评语（可以不写）" value={comment} onChange={setComment} lines={3} maxLength={300} />}
        <Text className="round-preview__hint">{`这里可以试着打分，不会保存。少于 ${minimumBallots} 张票的只公布票数。`}</Text>
      </Sheet>
    </>
  )
}
