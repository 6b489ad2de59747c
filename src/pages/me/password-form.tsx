import { useState } from 'react'
import { changePassword } from '../../../cloudfunctions/organisation/contract'
import { say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSubmit } from '../../ui/use-submit'
import { isForTheWhole, passwordRefusal } from './password-refusal'

/** The new password is asked for twice: it cannot be seen, and a slip would lock the person out. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const { submit, busy, error } = useSubmit(changePassword)

  const change = async () => {
    setDiffers(next !== again)
    if (next !== again || !(await submit({ current, next }))) return
    say('密码已修改，其他设备已退出登录')
    onChanged()
  }

  return (
    <>
      <TextField
        label="当前密码"
        value={current}
        onChange={setCurrent}
        maxLength={128}
        password
        error={passwordRefusal(error, 'current')}
      />
      <TextField
        label="新密码"
        value={next}
        onChange={setNext}
        maxLength={128}
        password
        placeholder="至少 8 位"
        error={error?.fields.next}
      />
      <TextField
        label="再填一次新密码"
        value={again}
        onChange={setAgain}
        maxLength={128}
        password
        error={differs ? '两次填写的新密码不一样，请重新填写' : undefined}
        onConfirm={() => void change()}
      />
      {error && isForTheWhole(error) && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void change()}>
        修改密码
      </Button>
    </>
  )
}
