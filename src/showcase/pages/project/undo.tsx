import { Card } from '../../../ui/card'
import { RevokeButton } from '../../../ui/revoke-button'
import type { Project } from '../../project-words'

interface UndoProps {
  project: Project
  onChanged: () => void
}

const consequences = {
  running: { kind: 'project', title: '撤销立项', notice: '撤销后项目停止，原因会和项目一起显示；本人可以重新申报。' },
  accepted: { kind: 'project-result', title: '撤销验收', notice: '撤销后项目回到进行中，由本人修改成果后重新提交。' },
} as const

/** An officer undoes what was approved by mistake: of a running project its approval, of an accepted one its acceptance. */
export function Undo({ project: { state, waiting, submissions }, onChanged }: UndoProps) {
  if (waiting || (state !== 'running' && state !== 'accepted')) return null
  const { kind, title, notice } = consequences[state]
  const approved = submissions.find((each) => each.kind === kind && each.state === 'approved')
  if (!approved) return null
  return (
    <Card title={title}>
      <RevokeButton submissionId={approved.submissionId} notice={notice} onRevoked={onChanged} />
    </Card>
  )
}
