import { useState } from 'react'
import { correct } from '../../../../cloudfunctions/motions/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { countsOf, HandsFields, noHands } from '../../components/hands-fields'
import { Refusal } from '../../components/refusal'
import type { Motion } from '../../motion'

interface CorrectSheetProps {
  motion: Motion
  opened: boolean
  onClose: () => void
  onCorrected: () => void
}

/** The right counts, and why the first ones were wrong: both stay visible. */
export function CorrectSheet({ motion: { motionId }, opened, onClose, onCorrected }: CorrectSheetProps) {
  const { submit, busy, error } = useSubmit(correct)
  const [hands, setHands] = useState(noHands)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const counts = countsOf(hands)

  const send = async () => {
    setTried(true)
    if (!counts || !reason.trim() || !(await submit({ motionId, counts, reason }))) return
    say('已更正')
    onClose()
    onCorrected()
  }

  return (
    <Sheet title="更正人数" opened={opened} onClose={onClose}>
      <HandsFields hands={hands} onChange={setHands} />
      {tried && !counts && <Notice tone="warning">请填写三项人数，没有的填 0</Notice>}
      <ReasonField
        value={reason}
        onChange={setReason}
        suggestions={['重新清点', '登记有误']}
        error={error?.fields.reason ?? (tried && !reason.trim() ? '请填写原因' : undefined)}
      />
      {!error?.fields.reason && <Refusal error={error} offline="没有提交：现在连不上网络，填写的内容还在，请联网后再点一次。" />}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        更正
      </Button>
    </Sheet>
  )
}
