import { Card, Tag } from '../../../ui/card'
import { DecideButtons } from '../../../ui/decide-buttons'
import { Passage } from '../../components/passage'
import { TakeBackButton } from '../../components/take-back-button'
import type { Performance } from '../../performance-words'

interface WaitingProps {
  entry: Performance
  onChanged: () => void
}

/** Before the branch: for its officers to decide, for its owner to take back. */
export function Waiting({ entry: { submissions, mayDecide, mine }, onChanged }: WaitingProps) {
  const submission = submissions.find(({ state }) => state === 'waiting')
  if (!submission) return null
  const { submissionId } = submission
  return (
    <Card title="绩效待核实" extra={<Tag tone="warning">{mayDecide ? '待您核实' : '等支部核实'}</Tag>}>
      <Passage>{mine ? '支部核实后公布，公布后不再修改。' : '请对照佐证核实上面的内容，通过后向全体公布。'}</Passage>
      {mayDecide && (
        <DecideButtons submissionId={submissionId} reasons={['请补充佐证', '数字与佐证不一致', '请写得具体一些']} onDecided={onChanged} />
      )}
      {mine && <TakeBackButton submissionId={submissionId} onTakenBack={onChanged} />}
    </Card>
  )
}
