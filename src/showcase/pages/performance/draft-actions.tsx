import { discardPerformance, submitPerformance } from '../../../../cloudfunctions/showcase/performance-contract'
import { confirm, say } from '../../../platform/notice'
import { go, goBack, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'

interface DraftActionsProps {
  performanceId: string
  onChanged: () => void
}

/** A draft is put before the branch, written on, or thrown away. */
export function DraftActions({ performanceId, onChanged }: DraftActionsProps) {
  const submitting = useSubmit(submitPerformance)
  const discarding = useSubmit(discardPerformance)
  const error = submitting.error ?? discarding.error
  const send = async () => {
    if (!(await submitting.submit({ performanceId }))) return
    say('已提交，等支部核实')
    onChanged()
  }
  const discard = async () => {
    if (!(await confirm({ title: '删除草稿', content: '删除后不能恢复。', confirmText: '删除' }))) return
    if (!(await discarding.submit({ performanceId }))) return
    say('已删除')
    goBack()
  }
  return (
    <Card title="草稿只有您自己能看到">
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={submitting.busy} onClick={() => void send()}>
        提交支部核实
      </Button>
      <Button onClick={() => go(pages.performanceForm(performanceId))}>修改</Button>
      <Button kind="danger" busy={discarding.busy} onClick={() => void discard()}>
        删除草稿
      </Button>
    </Card>
  )
}
