import { discardProject, proposeProject } from '../../../../cloudfunctions/showcase/project-contract'
import { confirm, say } from '../../../platform/notice'
import { go, goBack, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Project } from '../../project-words'

interface DraftActionsProps {
  project: Project
  onChanged: () => void
}

/** A draft is put before the branch, written on, or thrown away. */
export function DraftActions({ project: { projectId }, onChanged }: DraftActionsProps) {
  const proposing = useSubmit(proposeProject)
  const discarding = useSubmit(discardProject)
  const error = proposing.error ?? discarding.error
  const propose = async () => {
    if (!(await proposing.submit({ projectId }))) return
    say('已提交，等支部审核')
    onChanged()
  }
  const discard = async () => {
    if (!(await confirm({ title: '删除草稿', content: '删除后不能恢复。', confirmText: '删除' }))) return
    if (!(await discarding.submit({ projectId }))) return
    say('已删除')
    goBack()
  }
  return (
    <Card title="草稿只有您自己能看到">
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={proposing.busy} onClick={() => void propose()}>
        提交支部审核
      </Button>
      <Button onClick={() => go(pages.projectForm({ projectId }))}>修改</Button>
      <Button kind="danger" busy={discarding.busy} onClick={() => void discard()}>
        删除草稿
      </Button>
    </Card>
  )
}
