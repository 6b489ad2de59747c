import { submissionKindNames } from '../../../../cloudfunctions/showcase/contract'
import { Card, Tag } from '../../../ui/card'
import { DecideButtons } from '../../../ui/decide-buttons'
import { EvidenceList } from '../../../ui/evidence-list'
import { Passage } from '../../components/passage'
import { TakeBackButton } from '../../components/take-back-button'
import type { Project } from '../../project-words'

interface ProposalProps {
  project: Project
  onChanged: () => void
}

const usualReasons = {
  project: ['请写明具体目标', '请细化节点', '请结合岗位实际再写'],
  'project-result': ['请补充佐证', '请用数据说明成效', '成果与目标不一致'],
}

/** What waits for the branch: for its officers to decide, for its owner to take back. */
export function Proposal({ project, onChanged }: ProposalProps) {
  const { waiting, result, submissions, mayDecide, mine } = project
  const submission = submissions.find(({ state }) => state === 'waiting')
  if (!waiting || !submission) return null
  const { submissionId } = submission
  return (
    <Card title={`${submissionKindNames[waiting]}待审核`} extra={<Tag tone="warning">{mayDecide ? '待您审核' : '等支部审核'}</Tag>}>
      {waiting === 'project' && <Passage>{mine ? '支部审核通过后公布。' : '请核对项目的目标和节点，通过后向全体公布。'}</Passage>}
      {waiting === 'project-result' && result && (
        <>
          <Passage>{result.text}</Passage>
          <EvidenceList evidence={result.evidence} />
        </>
      )}
      {mayDecide && <DecideButtons submissionId={submissionId} reasons={usualReasons[waiting]} onDecided={onChanged} />}
      {mine && <TakeBackButton submissionId={submissionId} onTakenBack={onChanged} />}
    </Card>
  )
}
