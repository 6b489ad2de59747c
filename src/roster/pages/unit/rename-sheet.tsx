import { useState } from 'react'
import { renameUnit } from '../../../../cloudfunctions/organisation/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import type { Unit } from '../../keeping'

interface RenameSheetProps {
  unit: Unit
  opened: boolean
  onClose: () => void
  onChanged: () => void
}

export function RenameSheet({ unit, opened, onClose, onChanged }: RenameSheetProps) {
  return (
    <Sheet title="改名" opened={opened} onClose={onClose}>
      <Rename
        unit={unit}
        onDone={() => {
          onClose()
          onChanged()
        }}
      />
    </Sheet>
  )
}

function Rename({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const [name, setName] = useState(unit.name)
  const { submit, busy, error } = useSubmit(renameUnit)
  const save = async () => {
    if (!(await submit({ unitId: unit.id, name }))) return
    say('已改名')
    onDone()
  }
  return (
    <>
      <TextField label="名称" value={name} onChange={setName} maxLength={60} error={error?.fields.name} />
      {error && !error.fields.name && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void save()}>
        保存
      </Button>
    </>
  )
}
