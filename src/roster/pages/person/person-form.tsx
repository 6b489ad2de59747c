import { useState } from 'react'
import { changeMember } from '../../../../cloudfunctions/organisation/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { Choice, Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { StandingFields } from '../../components/standing-fields'
import type { Unit } from '../../keeping'
import type { Person } from '../../person'

interface PersonFormProps {
  person: Person
  all: readonly Unit[]
  onChanged: () => void
}

/** What may be changed about a person; only what differs is sent. */
export function PersonForm({ person, all, onChanged }: PersonFormProps) {
  const [name, setName] = useState(person.name)
  const [standing, setStanding] = useState(person.standing)
  const [groupId, setGroupId] = useState(person.groupId)
  const [unable, setUnable] = useState(person.unable)
  const [phone, setPhone] = useState('')
  const { submit, busy, error } = useSubmit(changeMember)
  const groups = all.filter(({ kind, parentId }) => kind === 'group' && parentId === person.unitId)
  const change = {
    ...(name.trim() !== person.name && { name }),
    ...(standing !== person.standing && { standing }),
    ...(groupId !== person.groupId && { groupId }),
    ...(unable !== person.unable && { unable }),
    ...(phone.trim() && { phone }),
  }
  const save = async () => {
    if (!(await submit({ memberId: person.id, ...change }))) return
    say('已保存')
    setPhone('')
    onChanged()
  }
  return (
    <Card>
      <Fact label="党组织">{person.unitName}</Fact>
      <Fact label="用户名">{person.login}</Fact>
      <TextField label="姓名" value={name} onChange={setName} maxLength={30} error={error?.fields.name} />
      <StandingFields standing={standing} onStanding={setStanding} groups={groups} groupId={groupId} onGroup={setGroupId} />
      <TextField
        label="手机号"
        value={phone}
        onChange={setPhone}
        maxLength={20}
        placeholder={person.phone ? `${person.phone}，填写新号码即可更换` : '用于在微信中识别本人'}
        hint="只保存加密结果和中间打星的号码"
        error={error?.fields.phone}
      />
      <Field label="能否参会" hint="长期患病、出国半年以上等，不计入法定人数">
        <Choice
          options={[
            { value: 'able', text: '正常参会' },
            { value: 'unable', text: '因故不能参会' },
          ]}
          value={unable ? 'unable' : 'able'}
          onChange={(value) => setUnable(value === 'unable')}
        />
      </Field>
      {error && !error.fields.name && !error.fields.phone && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} disabled={Object.keys(change).length === 0} onClick={() => void save()}>
        保存
      </Button>
    </Card>
  )
}
