import { useState } from 'react'
import { stopProject } from '../../../../cloudfunctions/showcase/project-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'
import { useIsKept } from '../../kept-form'
import { nextStep, type Project } from '../../project-words'
import { DraftActions } from './draft-actions'
import { ResultForm } from './result-form'

interface OwnActionsProps {
  project: Project
  onChanged: () => void
}

/** What its owner may do next: propose a draft; bring a running one to its result, or stop it. */
export function OwnActions({ project, onChanged }: OwnActionsProps) {
  if (project.state === 'draft') return <DraftActions project={project} onChanged={onChanged} />
  if (project.state !== 'running' || project.waiting !== null) return null
  return <RunningActions project={project} onChanged={onChanged} />
}

function RunningActions({ project, onChanged }: OwnActionsProps) {
  const draftKey = `${project.memberId} result ${project.projectId}`
  const [reporting, setReporting] = useState(false)
  const begun = useIsKept(draftKey)
  const done = () => {
    setReporting(false)
    onChanged()
  }
  if (reporting) return <ResultForm project={project} draftKey={draftKey} onDone={done} onClose={() => setReporting(false)} />
  return (
    <Card title={nextStep(project.milestones) ? '节点全部完成后，可以提交成果' : '节点已全部完成'}>
      {!nextStep(project.milestones) && (
        <Button kind="main" onClick={() => setReporting(true)}>
          {begun || project.result ? '继续提交成果' : '提交成果'}
        </Button>
      )}
      <StopButton projectId={project.projectId} onStopped={onChanged} />
    </Card>
  )
}

function StopButton({ projectId, onStopped }: { projectId: string; onStopped: () => void }) {
  const { submit, busy, error } = useSubmit(stopProject)
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!(await submit({ projectId, reason }))) return
    say('已停止')
    setOpened(false)
    onStopped()
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpened(true)}>
        停止项目
      </Button>
      <ReasonSheet
        title="停止项目"
        opened={opened}
        onClose={() => setOpened(false)}
        notice="停止后不能再继续，原因会和项目一起显示。"
        reason={reason}
        onReason={setReason}
        suggestions={['岗位调整', '工作安排变化', '条件不具备']}
        action="确定停止"
        busy={busy}
        error={error}
        onSubmit={() => void send()}
      />
    </>
  )
}
