import { closeRound } from '../../../../cloudfunctions/reviews/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { closingWords } from './closing-words'
import type { ManageProps } from './manage-props'

/** Ends the round; nothing can be cast, voided or extended from then on. */
export function Close({ round, onChanged }: ManageProps) {
  const { submit, busy, error } = useSubmit(closeRound)
  const close = async () => {
    if (!(await confirm({ title: '结束评议', content: closingWords(round), confirmText: '结束' }))) return
    const answer = await submit({ roundId: round.roundId, caps: [] })
    if (!answer) return
    say(`已结束，共 ${answer.ballots} 张票`)
    onChanged()
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="danger" busy={busy} onClick={() => void close()}>
        结束评议
      </Button>
    </>
  )
}
