import { useState } from 'react'
import { cancel } from '../../../../cloudfunctions/meetings/contract'
import { say } from '../../../platform/notice'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'
import { type Scope, ScopeChoice } from '../../components/scope-choice'
import type { Meeting } from '../../meeting'

interface CancelSheetProps {
  meeting: Meeting
  opened: boolean
  onClose: () => void
  onCancelled: () => void
}

export function CancelSheet({ meeting: { meetingId, expected, seriesId }, opened, onClose, onCancelled }: CancelSheetProps) {
  const { submit, busy, error } = useSubmit(cancel)
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<Scope>('this')
  const following = scope === 'following'
  const send = async () => {
    if (!(await submit({ meetingId, reason, ...(following && { following }) }))) return
    say('会议已取消')
    onClose()
    onCancelled()
  }
  return (
    <ReasonSheet
      title="取消会议"
      opened={opened}
      onClose={onClose}
      notice={`取消后不能恢复，应到的 ${expected} 人会看到会议已取消和原因。`}
      reason={reason}
      onReason={setReason}
      suggestions={['时间冲突，另行通知', '与其他会议合并召开', '临时工作安排']}
      action={following ? '取消这些会议' : '取消这次会议'}
      busy={busy}
      error={error}
      onSubmit={() => void send()}
    >
      {seriesId && <ScopeChoice label="取消哪些" meetingId={meetingId} value={scope} onChange={setScope} />}
    </ReasonSheet>
  )
}
