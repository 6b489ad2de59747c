import { takeBack } from '../../../cloudfunctions/showcase/contract'
import { confirm, say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { useSubmit } from '../../ui/use-submit'

interface TakeBackButtonProps {
  submissionId: string
  onTakenBack: () => void
}

/** Takes back what waits for the branch; afterwards it can be changed and submitted again. */
export function TakeBackButton({ submissionId, onTakenBack }: TakeBackButtonProps) {
  const { submit, busy, error } = useSubmit(takeBack)
  const send = async () => {
    if (!(await confirm({ title: '撤回', content: '撤回后可以修改，再重新提交。', confirmText: '撤回' }))) return
    if (!(await submit({ submissionId }))) return
    say('已撤回')
    onTakenBack()
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button busy={busy} onClick={() => void send()}>
        撤回
      </Button>
    </>
  )
}
