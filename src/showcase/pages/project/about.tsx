import { Text, View } from '@tarojs/components'
import { pairingKindNames, projectKindNames } from '../../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { dayOf, dueWords } from '../../../ui/due-day'
import { dayName } from '../../../ui/time'
import { Passage } from '../../components/passage'
import { ProjectMarks } from '../../components/project-marks'
import type { Project } from '../../project-words'
import './about.scss'

/** What is to be achieved, by whom, and by when. */
export function About({ project }: { project: Project }) {
  const { kind, name, goal, year, dueOn, today, state, memberId, memberName, unitName, mine } = project
  const left = state === 'running' ? `（${dueWords(dueOn, today)}）` : ''
  return (
    <Card>
      <View className="project-about__marks">
        <Tag>{projectKindNames[kind]}</Tag>
        <ProjectMarks project={project} />
      </View>
      <Text className="project-about__name">{name}</Text>
      <Passage>{goal}</Passage>
      <Fact label="负责人">{`${memberName} · ${unitName}`}</Fact>
      <Fact label="年度">{`${year} 年`}</Fact>
      <Fact label="完成日期">{`${dayOf(dueOn, today)}${left}`}</Fact>
      <Course project={project} />
      {!mine && <Button onClick={() => go(pages.member(memberId))}>{`看${memberName}的三亮`}</Button>}
    </Card>
  )
}

/** What became of it since, and whom it serves. */
function Course({ project: { state, startedAt, settledAt, stopReason, pairings } }: { project: Project }) {
  return (
    <>
      {startedAt && <Fact label="立项">{dayName(startedAt)}</Fact>}
      {settledAt && <Fact label={state === 'stopped' ? '停止' : '验收'}>{dayName(settledAt)}</Fact>}
      {stopReason && <Fact label="停止原因">{stopReason}</Fact>}
      {pairings.map(({ pairingId, kind, name, endedAt }) => (
        <Fact key={pairingId} label={pairingKindNames[kind]}>{`${name}${endedAt ? '（已结束）' : ''}`}</Fact>
      ))}
    </>
  )
}
