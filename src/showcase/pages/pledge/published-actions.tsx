import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { daysUntil } from '../../../ui/due-day'
import { useIsKept } from '../../kept-form'
import type { Pledge } from '../../pledge-words'

interface PublishedActionsProps {
  pledge: Pledge
  /** Of what was typed and not sent. */
  keys: { note: string; outcome: string }
  onChoose: (doing: 'note' | 'outcome') => void
}

/** A published pledge is worked on: notes first, its outcome once it is due or done. */
export function PublishedActions({
  pledge: { pledgeId, progress, dueOn, today, waiting, unfinished },
  keys,
  onChoose,
}: PublishedActionsProps) {
  const noting = useIsKept(keys.note)
  const reporting = useIsKept(keys.outcome)
  const atItsEnd = progress === 100 || daysUntil(dueOn, today) <= 0
  const outcome = (
    <Button key="outcome" kind={atItsEnd ? 'main' : 'plain'} onClick={() => onChoose('outcome')}>
      {reporting || unfinished?.kind === 'pledge-outcome' ? '继续上报结果' : '上报结果'}
    </Button>
  )
  const note = (
    <Button key="note" kind={atItsEnd && !waiting ? 'plain' : 'main'} onClick={() => onChoose('note')}>
      {noting ? '继续记进展' : '记进展'}
    </Button>
  )
  return (
    <Card title="我要做的">
      {waiting ? note : atItsEnd ? [outcome, note] : [note, outcome]}
      {!waiting && (
        <Button onClick={() => go(pages.pledgeForm({ pledgeId }))}>
          {unfinished?.kind === 'pledge-revision' ? '继续修订承诺' : '修订承诺'}
        </Button>
      )}
    </Card>
  )
}
