import { setSignOut } from '../../../../cloudfunctions/meetings/sign-out-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Meeting } from '../../meeting'

/** Asks those who come to sign out at the end, or no longer does. */
export function SignOutSwitch({ meeting: { meetingId, signOut }, onChanged }: { meeting: Meeting; onChanged: () => void }) {
  const { submit, busy, error } = useSubmit(setSignOut)
  const turn = async () => {
    if (!(await submit({ meetingId, signOut: !signOut }))) return
    say(signOut ? '已改为不用签退' : '散会前请投屏签退码')
    onChanged()
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button busy={busy} onClick={() => void turn()}>
        {signOut ? '改为不用签退' : '需要散会签退'}
      </Button>
    </>
  )
}
