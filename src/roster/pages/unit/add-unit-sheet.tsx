import { useState } from 'react'
import { addUnit, type UnitKind, unitKindNames, unitKinds } from '../../../../cloudfunctions/organisation/contract'
import { mayStandIn } from '../../../../cloudfunctions/organisation/unit-tree'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Choice, Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import type { Unit } from '../../keeping'

interface AddUnitSheetProps {
  parent: Unit
  opened: boolean
  onClose: () => void
  onChanged: () => void
}

export function AddUnitSheet({ parent, opened, onClose, onChanged }: AddUnitSheetProps) {
  return (
    <Sheet title={`在${parent.name}下添加`} opened={opened} onClose={onClose}>
      <AddUnit
        parent={parent}
        onDone={() => {
          onClose()
          onChanged()
        }}
      />
    </Sheet>
  )
}

function AddUnit({ parent, onDone }: { parent: Unit; onDone: () => void }) {
  const kinds = unitKinds.filter((kind) => mayStandIn(kind, parent.kind))
  // A committee mostly gets branches.
  const [kind, setKind] = useState<UnitKind | undefined>(kinds.includes('branch') ? 'branch' : kinds[0])
  const [name, setName] = useState('')
  const { submit, busy, error } = useSubmit(addUnit)
  const save = async () => {
    if (!kind || !(await submit({ kind, name, parentId: parent.id }))) return
    say('已添加')
    onDone()
  }
  return (
    <>
      <Field label="类型">
        <Choice options={kinds.map((value) => ({ value, text: unitKindNames[value] }))} value={kind} onChange={setKind} />
      </Field>
      <TextField label="名称" value={name} onChange={setName} maxLength={60} placeholder="如 第一党支部" error={error?.fields.name} />
      {error && !error.fields.name && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void save()}>
        添加
      </Button>
    </>
  )
}
