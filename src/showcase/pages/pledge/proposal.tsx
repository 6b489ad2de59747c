import { pledgeCategoryNames, submissionKindNames } from '../../../../cloudfunctions/showcase/contract'
import { Card, Fact, Tag } from '../../../ui/card'
import { DecideButtons } from '../../../ui/decide-buttons'
import { EvidenceList } from '../../../ui/evidence-list'
import { ChangeList } from '../../components/change-list'
import { Passage } from '../../components/passage'
import { TakeBackButton } from '../../components/take-back-button'
import { changesOf } from '../../pledge-changes'
import { outcomeNames, type Pledge } from '../../pledge-words'

interface ProposalProps {
  pledge: Pledge
  onChanged: () => void
}

const usualReasons = {
  pledge: ['请写明具体目标', '请写明怎么衡量', '请结合岗位实际再写'],
  'pledge-revision': ['请说明修订的原因', '目标不宜降低'],
  'pledge-outcome': ['请补充佐证', '结果与佐证不一致'],
}

/** What waits for the branch: for its officers to decide, for its owner to take back. */
export function Proposal({ pledge, onChanged }: ProposalProps) {
  const { waiting, proposal, submissions, mayDecide, mine } = pledge
  const submission = submissions.find(({ state }) => state === 'waiting')
  if (!waiting || !submission) return null
  const { submissionId } = submission
  return (
    <Card title={`${submissionKindNames[waiting]}待审核`} extra={<Tag tone="warning">{mayDecide ? '待您审核' : '等支部审核'}</Tag>}>
      {waiting === 'pledge' && <Passage>{wordsFor(pledge)}</Passage>}
      {proposal?.kind === 'pledge-revision' && (
        <>
          <ChangeList changes={changesOf(pledge, proposal)} />
          <Fact label="修订原因">{proposal.reason}</Fact>
        </>
      )}
      {proposal?.kind === 'pledge-outcome' && (
        <>
          <Fact label="结果">{outcomeNames[proposal.outcome]}</Fact>
          <Passage>{proposal.text}</Passage>
          <EvidenceList evidence={proposal.evidence} />
        </>
      )}
      {mayDecide && <DecideButtons submissionId={submissionId} reasons={usualReasons[waiting]} onDecided={onChanged} />}
      {mine && <TakeBackButton submissionId={submissionId} onTakenBack={onChanged} />}
    </Card>
  )
}

const wordsFor = ({ mine, category }: Pledge) =>
  mine ? '支部审核通过后公布。' : `请核对上面的${pledgeCategoryNames[category]}类承诺，通过后向全体公布。`
