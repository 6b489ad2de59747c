import { useState } from 'react'
import { revoke } from '../../cloudfunctions/showcase/contract'
import { say } from '../platform/notice'
import { Button } from './button'
import { ReasonSheet } from './reason-sheet'
import { useSubmit } from './use-submit'

interface RevokeButtonProps {
  submissionId: string
  /** What will follow, said before it is done. */
  notice: string
  onRevoked: () => void
}

/** Undoes an approval that was wrong, with a reason that stays visible. */
export function RevokeButton({ submissionId, notice, onRevoked }: RevokeButtonProps) {
  const { submit, busy, error } = useSubmit(revoke)
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!(await submit({ submissionId, reason }))) return
    say('已撤销')
    setOpened(false)
    onRevoked()
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpened(true)}>
        撤销
      </Button>
      <ReasonSheet
        title="撤销"
        opened={opened}
        onClose={() => setOpened(false)}
        notice={notice}
        reason={reason}
        onReason={setReason}
        suggestions={['核实有误', '佐证不属实']}
        action="确定撤销"
        busy={busy}
        error={error}
        onSubmit={() => void send()}
      />
    </>
  )
}
