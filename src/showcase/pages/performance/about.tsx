import { Text, View } from '@tarojs/components'
import { performanceStateNames } from '../../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { Notice } from '../../../ui/notice'
import { yearAndQuarter } from '../../../ui/quarter-words'
import { RevokeButton } from '../../../ui/revoke-button'
import { dayName } from '../../../ui/time'
import { Passage } from '../../components/passage'
import { type Performance, performanceTones, subjectNames } from '../../performance-words'
import './about.scss'

interface AboutProps {
  entry: Performance
  onChanged: () => void
}

/** The entry itself, with what shows it; an officer may undo its verification. */
export function About({ entry, onChanged }: AboutProps) {
  const { state, about, text, figure, evidence, name, unitName, memberId, mine, mayDecide, verifiedAt, comment, submissions } = entry
  const verified = submissions.find((each) => each.state === 'approved')
  return (
    <>
      {comment !== null && (
        <Notice tone="warning">{`${submissions[0]?.state === 'revoked' ? '支部撤销核实' : '支部退回'}：${comment}`}</Notice>
      )}
      <Card>
        <View className="performance-about__marks">
          <Tag>{yearAndQuarter(entry)}</Tag>
          <Tag tone={performanceTones[state]}>{performanceStateNames[state]}</Tag>
        </View>
        {figure && (
          <View className="performance-about__figure">
            <Text className="performance-about__value">{figure.value}</Text>
            <Text className="performance-about__unit">{figure.unit}</Text>
          </View>
        )}
        <Passage>{text}</Passage>
        <Fact label={subjectNames[about.kind]}>{about.text}</Fact>
        <Fact label="填写人">{`${name} · ${unitName}`}</Fact>
        {verifiedAt && <Fact label="支部核实">{dayName(verifiedAt)}</Fact>}
        <Button onClick={() => go(about.kind === 'pledge' ? pages.pledge(about.pledgeId) : pages.project(about.projectId))}>
          {about.kind === 'pledge' ? '看这项承诺' : '看这个项目'}
        </Button>
        {!mine && <Button onClick={() => go(pages.member(memberId))}>{`看${name}的三亮`}</Button>}
      </Card>
      <Card title={`佐证（${evidence.length}）`}>
        {evidence.length ? (
          <EvidenceList evidence={evidence} />
        ) : (
          <Text className="performance-about__none">还没有佐证，提交前请至少附上一项。</Text>
        )}
      </Card>
      {mayDecide && state === 'verified' && verified && (
        <RevokeButton
          submissionId={verified.submissionId}
          notice="撤销后这条绩效不再公布，退回本人修改；原因会留在记录里。"
          onRevoked={onChanged}
        />
      )}
    </>
  )
}
