import { useState } from 'react'
import { type PairingKind, pairingKindNames, pairingKinds } from '../../../cloudfunctions/showcase/contract'
import { addPairing } from '../../../cloudfunctions/showcase/pairing-contract'
import { projects } from '../../../cloudfunctions/showcase/project-contract'
import { say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { Choice, Field, TextField } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { RestoredNotice } from '../../ui/restored-notice'
import { Sheet } from '../../ui/sheet'
import { useQuery } from '../../ui/use-query'
import { useSubmit } from '../../ui/use-submit'
import { useKeptForm } from '../kept-form'
import { pairingHints } from './pairing'

interface PairingSheetProps {
  memberId: string
  opened: boolean
  onClose: () => void
  onAdded: () => void
}

/** Begins a pairing of one's own. */
export const PairingSheet = ({ opened, onClose, ...form }: PairingSheetProps) => (
  <Sheet title="添加双示范、双挂" opened={opened} onClose={onClose}>
    <PairingForm {...form} />
  </Sheet>
)

interface Fields {
  kind: PairingKind
  name: string
  note: string
  /** None is the empty word. */
  projectId: string
}

function PairingForm({ memberId, onAdded }: Pick<PairingSheetProps, 'memberId' | 'onAdded'>) {
  const { fields, change, restored, forget } = useKeptForm<Fields>(`${memberId} pairing`, () => ({
    ...{ kind: 'place', name: '', note: '', projectId: '' },
  }))
  const { kind, name, note, projectId } = fields
  const { submit, busy, error } = useSubmit(addPairing)
  const [tried, setTried] = useState(false)
  const { data } = useQuery(projects, { memberId })
  const running = data?.projects.filter(({ state }) => state === 'running') ?? []
  const send = async () => {
    setTried(true)
    if (!name.trim()) return
    if (!(await submit({ kind, name, note, ...(projectId && { projectId }) }))) return
    forget()
    say('已添加')
    onAdded()
  }
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <Field label="类别">
        <Choice
          options={pairingKinds.map((value) => ({ value, text: pairingKindNames[value] }))}
          value={kind}
          onChange={(value) => change({ kind: value })}
        />
      </Field>
      <TextField
        label="名称"
        value={name}
        onChange={(value) => change({ name: value })}
        maxLength={60}
        placeholder={pairingHints[kind]}
        hint="全体同志都能看到。不写联系人、电话、住址、证件号等个人信息。"
        error={(tried && !name.trim() ? '请填写名称' : undefined) ?? error?.fields.name}
      />
      <TextField
        label="做什么（可不填）"
        value={note}
        onChange={(value) => change({ note: value })}
        maxLength={200}
        lines={3}
        placeholder="例如：每月走访一次，上门办理业务"
        error={error?.fields.note}
      />
      {running.length > 0 && (
        <Field label="所属项目（可不选）">
          <Choice
            options={[{ value: '', text: '不属于项目' }, ...running.map((each) => ({ value: each.projectId, text: each.name }))]}
            value={projectId}
            onChange={(value) => change({ projectId: value })}
          />
        </Field>
      )}
      {error && !error.fields.name && !error.fields.note && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        添加
      </Button>
    </>
  )
}
