import { Text, View } from '@tarojs/components'
import {
  claimKindNames,
  pledgeCategoryNames,
  pledgeStateNames,
  projectKindNames,
  wordKindNames,
} from '../../../../cloudfunctions/showcase/contract'
import { Fact } from '../../../ui/card'
import type { Content } from '../../item'
import { day } from './day'
import { Revision } from './revision'
import './submitted.scss'

interface SubmittedProps {
  content: Content
  now: number
}

/** What was put before the branch, in full, as it was submitted. */
export function Submitted({ content, now }: SubmittedProps) {
  switch (content.kind) {
    case 'position':
    case 'badge':
      return <Fact label={claimKindNames[content.kind]}>{content.text}</Fact>
    case 'pledge':
      return (
        <>
          <Words>{content.text}</Words>
          <Fact label="类别">{pledgeCategoryNames[content.category]}</Fact>
          <Fact label="怎么衡量">{content.measure}</Fact>
          <Fact label="目标">{content.target}</Fact>
          <Fact label="完成期限">{day(content.dueOn, now)}</Fact>
        </>
      )
    case 'pledge-revision':
      return <Revision revision={content} now={now} />
    case 'pledge-outcome':
      return (
        <>
          <Fact label="承诺">{content.pledge}</Fact>
          <Fact label="目标">{content.target}</Fact>
          <Fact label="结果">{pledgeStateNames[content.outcome]}</Fact>
          <Words>{content.text}</Words>
        </>
      )
    case 'performance':
      return (
        <>
          {content.figure !== null && (
            <View className="submitted__figure">
              <Text className="submitted__number">{content.figure}</Text>
              <Text>{content.figureUnit}</Text>
            </View>
          )}
          <Words>{content.text}</Words>
          <Fact label="季度">{`${content.year} 年第 ${content.quarter} 季度`}</Fact>
          <Fact label="对应">{content.about}</Fact>
        </>
      )
    case 'project':
      return (
        <>
          <Words>{content.name}</Words>
          <Fact label="类别">{`${content.year} 年 · ${projectKindNames[content.projectKind]}`}</Fact>
          <Fact label="目标">{content.goal}</Fact>
          <Fact label="完成期限">{day(content.dueOn, now)}</Fact>
          {content.milestones
            .map((milestone, index) => ({ ...milestone, label: `节点 ${index + 1}` }))
            .map(({ label, text, dueOn }) => (
              <Fact key={label} label={label}>{`${text}（${day(dueOn, now)}）`}</Fact>
            ))}
        </>
      )
    case 'project-result':
      return (
        <>
          <Fact label="项目">{content.name}</Fact>
          <Fact label="目标">{content.goal}</Fact>
          <Words>{content.result}</Words>
        </>
      )
    case 'word':
      return (
        <>
          <Words>{content.text}</Words>
          <Fact label="类别">{wordKindNames[content.wordKind]}</Fact>
        </>
      )
  }
}

export const Words = ({ children }: { children: string }) => <Text className="submitted__words">{children}</Text>
