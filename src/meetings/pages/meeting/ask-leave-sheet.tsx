import { useState } from 'react'
import { askLeave } from '../../../../cloudfunctions/meetings/contract'
import { say } from '../../../platform/notice'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'

interface AskLeaveSheetProps {
  meetingId: string
  opened: boolean
  onClose: () => void
  onAsked: () => void
}

export function AskLeaveSheet({ meetingId, opened, onClose, onAsked }: AskLeaveSheetProps) {
  const { submit, busy, error } = useSubmit(askLeave)
  const [reason, setReason] = useState('')
  const ask = async () => {
    if (!(await submit({ meetingId, reason }))) return
    say('已提交请假，等待批准')
    setReason('')
    onClose()
    onAsked()
  }
  return (
    <ReasonSheet
      title="请假"
      opened={opened}
      onClose={onClose}
      reason={reason}
      onReason={setReason}
      suggestions={['因公出差', '值班', '生病休养', '外出培训']}
      action="提交请假"
      busy={busy}
      error={error}
      onSubmit={() => void ask()}
    />
  )
}
