import { useState } from 'react'
import { cancel } from '../../../../cloudfunctions/meetings/contract'
import { say } from '../../../platform/notice'
import { useSubmit } from '../../../ui/use-submit'
import { ReasonSheet } from '../../components/reason-sheet'
import type { Meeting } from '../../meeting'

interface CancelSheetProps {
  meeting: Meeting
  opened: boolean
  onClose: () => void
  onCancelled: () => void
}

export function CancelSheet({ meeting: { meetingId, expected }, opened, onClose, onCancelled }: CancelSheetProps) {
  const { submit, busy, error } = useSubmit(cancel)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!(await submit({ meetingId, reason }))) return
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
      action="取消这次会议"
      busy={busy}
      error={error}
      onSubmit={() => void send()}
    />
  )
}
