import { openVoting } from '../../../cloudfunctions/motions/contract'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { useSubmit } from '../../ui/use-submit'
import { Refusal } from './refusal'

interface OpenButtonProps {
  meetingId: string
  motionId: string
  main: boolean
  onOpened: () => void
}

/** Begins the voting and shows it to the room. */
export function OpenButton({ meetingId, motionId, main, onOpened }: OpenButtonProps) {
  const { submit, busy, error } = useSubmit(openVoting)
  const begin = async () => {
    if (!(await submit({ motionId }))) return
    onOpened()
    go(pages.vote({ meetingId, motionId }))
  }
  return (
    <>
      <Refusal error={error} offline="没有开始：现在连不上网络，请联网后再点一次。" />
      <Button kind={main ? 'main' : 'plain'} busy={busy} onClick={() => void begin()}>
        开始表决
      </Button>
    </>
  )
}
