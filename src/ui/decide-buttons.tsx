import { View } from '@tarojs/components'
import { useState } from 'react'
import { decide } from '../../cloudfunctions/approvals/contract'
import { say } from '../platform/notice'
import { Button } from './button'
import './decide-buttons.scss'
import { Notice } from './notice'
import { ReasonSheet } from './reason-sheet'
import { useSubmit } from './use-submit'

interface DecideButtonsProps {
  submissionId: string
  /** Usual reasons to give it back. */
  reasons: readonly string[]
  onDecided: () => void
}

/** What was put before the branch is approved in one tap, or given back with a reason. */
export function DecideButtons({ submissionId, reasons, onDecided }: DecideButtonsProps) {
  const { submit, busy, error } = useSubmit(decide)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const send = async (decision: 'approved' | 'returned') => {
    const why = decision === 'returned' ? { reason } : {}
    const answer = await submit({ items: [{ kind: 'submission', submissionId }], decision, ...why })
    if (!answer) return
    if (answer.decided === 0) say('已经处理过了')
    else say(decision === 'approved' ? '已通过' : '已退回')
    setReturning(false)
    onDecided()
  }
  return (
    <>
      {error && !returning && <Notice tone="warning">{error.message}</Notice>}
      <View className="decide-buttons">
        <Button kind="main" busy={busy} onClick={() => void send('approved')}>
          通过
        </Button>
        <Button busy={busy} onClick={() => setReturning(true)}>
          退回
        </Button>
      </View>
      <ReasonSheet
        title="退回并说明原因"
        opened={returning}
        onClose={() => setReturning(false)}
        reason={reason}
        onReason={setReason}
        suggestions={reasons}
        action="确定退回"
        busy={busy}
        error={error}
        onSubmit={() => void send('returned')}
      />
    </>
  )
}
