import { useState } from 'react'
import { addMember, type Standing } from '../../../../cloudfunctions/organisation/contract'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { ActivationCode } from '../../components/activation-code'
import { StandingFields } from '../../components/standing-fields'
import type { Unit } from '../../keeping'

interface AddPersonSheetProps {
  unit: Unit
  groups: readonly Unit[]
  opened: boolean
  onClose: () => void
  onAdded: () => void
}

export function AddPersonSheet({ unit, groups, opened, onClose, onAdded }: AddPersonSheetProps) {
  return (
    <Sheet title="添加人员" opened={opened} onClose={onClose}>
      <AddPerson unit={unit} groups={groups} onAdded={onAdded} />
    </Sheet>
  )
}

/** What is typed, then the code for the first sign-in in its place. */
function AddPerson({ unit, groups, onAdded }: Pick<AddPersonSheetProps, 'unit' | 'groups' | 'onAdded'>) {
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [standing, setStanding] = useState<Standing>('full')
  const [phone, setPhone] = useState('')
  const [groupId, setGroupId] = useState<string | null>(null)
  const [code, setCode] = useState<string>()
  const { submit, busy, error } = useSubmit(addMember)
  const { name: wrongName, login: wrongLogin, phone: wrongPhone } = error?.fields ?? {}
  const taken = error?.code === 'LOGIN_TAKEN' ? error.message : undefined

  const add = async () => {
    const answer = await submit({ unitId: unit.id, name, login, standing, ...(groupId && { groupId }), ...(phone.trim() && { phone }) })
    if (!answer) return
    setCode(answer.activationCode)
    onAdded()
  }

  if (code) return <ActivationCode name={name.trim()} login={login.trim().toLowerCase()} code={code} />
  return (
    <>
      <TextField label="姓名" value={name} onChange={setName} maxLength={30} error={wrongName} />
      <TextField
        label="用户名"
        value={login}
        onChange={setLogin}
        maxLength={32}
        hint="登录时使用，如姓名拼音或工号：3–32 位小写字母、数字或 . _ -"
        error={wrongLogin ?? taken}
      />
      <StandingFields standing={standing} onStanding={setStanding} groups={groups} groupId={groupId} onGroup={setGroupId} />
      <TextField
        label="手机号（可不填）"
        value={phone}
        onChange={setPhone}
        maxLength={20}
        hint="用于在微信中识别本人，只保存加密结果和中间打星的号码"
        error={wrongPhone}
      />
      {error && !wrongName && !wrongLogin && !wrongPhone && !taken && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void add()}>
        添加
      </Button>
    </>
  )
}
