import { useState } from 'react'
import { closeRound } from '../../../../cloudfunctions/reviews/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import { CapFields } from './cap-fields'
import { type CapDraft, capsOf } from './caps'
import { closingWords } from './closing-words'
import type { ManageProps } from './manage-props'

interface CloseAppraisalProps extends ManageProps {
  subjects: readonly { subjectId: string; name: string }[]
}

/** Ends an appraisal; before that it is asked who crossed a line, and what grade that leaves them. */
export function CloseAppraisal({ meId, round, subjects, onChanged }: CloseAppraisalProps) {
  const { submit, busy, error } = useSubmit(closeRound)
  const [opened, setOpened] = useState(false)
  const [tried, setTried] = useState(false)
  const { fields, change, forget } = useKeptForm<{ caps: CapDraft[] }>(`${meId} caps ${round.roundId}`, () => ({ caps: [] }))
  const close = async () => {
    setTried(true)
    const caps = capsOf(fields.caps)
    if (!caps) return
    const answer = await submit({ roundId: round.roundId, caps })
    if (!answer) return
    say(`已结束，共 ${answer.ballots} 张票`)
    forget()
    onChanged()
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpened(true)}>
        结束评议
      </Button>
      <Sheet title="结束民主评议" opened={opened} onClose={() => setOpened(false)}>
        <Notice tone="warning">{closingWords(round)}</Notice>
        <CapFields caps={fields.caps} onChange={(caps) => change({ caps })} people={subjects} tried={tried} />
        {error && <Notice tone="warning">{error.message}</Notice>}
        <Button kind="main" busy={busy} onClick={() => void close()}>
          {fields.caps.length ? `结束评议，${fields.caps.length} 人适用底线` : '结束评议，没有人触碰底线'}
        </Button>
      </Sheet>
    </>
  )
}
