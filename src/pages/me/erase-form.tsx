import { Text } from '@tarojs/components'
import { useState } from 'react'
import { eraseMyData } from '../../../cloudfunctions/organisation/contract'
import { confirm, say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSubmit } from '../../ui/use-submit'
import './erase-form.scss'
import { isForTheWhole, passwordRefusal } from './password-refusal'

const goes = '将删除：用户名和密码、职务、位置授权、设备编号、请假理由；姓名改为“已注销”，所有设备退出登录。'
const stays = '会保留：以往会议的到会人数和出席结果（不再显示姓名），以及依法保存的操作记录。'

/** Takes me out of everything that names me (个人信息保护法 第四十七条). It cannot be undone, so it asks twice. */
export function EraseForm({ onErased }: { onErased: () => void }) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const { submit, busy, error } = useSubmit(eraseMyData)

  const erase = async () => {
    setMissing(!password)
    if (!password) return
    const sure = await confirm({
      title: '删除后无法恢复',
      content: `${stays}其余信息会被删除，您将不能再登录。`,
      confirmText: '确认删除',
    })
    if (!sure || !(await submit({ password }))) return
    say('您的信息已删除')
    onErased()
  }

  return (
    <>
      <Text className="erase-form__line">{goes}</Text>
      <Text className="erase-form__line">{stays}</Text>
      <Text className="erase-form__line">建议先导出自己的信息。</Text>
      <TextField
        label="请填写密码确认是本人"
        value={password}
        onChange={setPassword}
        maxLength={128}
        password
        error={missing ? '请填写密码' : passwordRefusal(error, 'password')}
      />
      {error && isForTheWhole(error) && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="danger" busy={busy} onClick={() => void erase()}>
        删除我的信息
      </Button>
    </>
  )
}
