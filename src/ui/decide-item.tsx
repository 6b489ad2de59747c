import { View } from '@tarojs/components'
import { useState } from 'react'
import { decide } from '../../cloudfunctions/approvals/contract'
import type { InputOf } from '../../cloudfunctions/kernel/contract'
import { say } from '../platform/notice'
import { Button } from './button'
import './decide-buttons.scss'
import { Notice } from './notice'
import { ReasonSheet } from './reason-sheet'
import { useSubmit } from './use-submit'

/** What the two answers are called. */
export interface AnswerWords {
  approve: string
  approved: string
  giveBack: string
  givenBack: string
}

export const usualWords: AnswerWords = { approve: '通过', approved: '已通过', giveBack: '退回', givenBack: '已退回' }

interface DecideItemProps {
  item: InputOf<typeof decide>['items'][number]
  words?: AnswerWords
  /** Usual reasons to give it back. */
  reasons: readonly string[]
  onDecided: () => void
}

/** Whatever waits is approved in one tap, or given back with a reason. */
export function DecideItem({ item, words = usualWords, reasons, onDecided }: DecideItemProps) {
  const { submit, busy, error } = useSubmit(decide)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const send = async (decision: 'approved' | 'returned') => {
    const why = decision === 'returned' ? { reason } : {}
    const answer = await submit({ items: [item], decision, ...why })
    if (!answer) return
    if (answer.decided === 0) say('已经处理过了')
    else say(decision === 'approved' ? words.approved : words.givenBack)
    setReturning(false)
    onDecided()
  }
  return (
    <>
      {error && !returning && <Notice tone="warning">{error.message}</Notice>}
      <View className="decide-buttons">
        <Button kind="main" busy={busy} onClick={() => void send('approved')}>
          {words.approve}
        </Button>
        <Button busy={busy} onClick={() => setReturning(true)}>
          {words.giveBack}
        </Button>
      </View>
      <ReasonSheet
        title={`${words.giveBack}并说明原因`}
        opened={returning}
        onClose={() => setReturning(false)}
        reason={reason}
        onReason={setReason}
        suggestions={reasons}
        action={`确定${words.giveBack}`}
        busy={busy}
        error={error}
        onSubmit={() => void send('returned')}
      />
    </>
  )
}
