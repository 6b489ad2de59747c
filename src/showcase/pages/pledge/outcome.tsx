import { Card, Fact } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { RevokeButton } from '../../../ui/revoke-button'
import { dayName } from '../../../ui/time'
import { Passage } from '../../components/passage'
import { outcomeNames, type Pledge } from '../../pledge-words'

interface OutcomeProps {
  pledge: Pledge
  onChanged: () => void
}

/** What came of it, as the branch verified it; an officer may undo that. */
export function Outcome({ pledge: { state, outcome, settledAt, mayDecide, submissions }, onChanged }: OutcomeProps) {
  if (!outcome || (state !== 'kept' && state !== 'partly' && state !== 'broken')) return null
  const verified = submissions.find((each) => each.kind === 'pledge-outcome' && each.state === 'approved')
  return (
    <Card title={`承诺${outcomeNames[state]}`}>
      <Passage>{outcome.text}</Passage>
      <EvidenceList evidence={outcome.evidence} />
      {settledAt && <Fact label="支部核实">{dayName(settledAt)}</Fact>}
      {mayDecide && verified && (
        <RevokeButton
          submissionId={verified.submissionId}
          notice="撤销后承诺回到践诺中，由本人重新上报结果；原因会留在记录里。"
          onRevoked={onChanged}
        />
      )}
    </Card>
  )
}
