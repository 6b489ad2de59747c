import { useState } from 'react'
import { givePost, type PostKind, postKinds, postNames } from '../../../../cloudfunctions/organisation/contract'
import { postWarnings } from '../../../../cloudfunctions/organisation/roster-warnings'
import { suits } from '../../../../cloudfunctions/organisation/unit-tree'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Choice, Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { type Unit, unitsAround } from '../../keeping'
import type { Person } from '../../person'

interface GivePostSheetProps {
  person: Person
  all: readonly Unit[]
  opened: boolean
  onClose: () => void
  onGiven: () => void
}

export function GivePostSheet({ person, all, opened, onClose, onGiven }: GivePostSheetProps) {
  return (
    <Sheet title={`${person.name}任职`} opened={opened} onClose={onClose}>
      <GivePost
        person={person}
        all={all}
        onDone={() => {
          onClose()
          onGiven()
        }}
      />
    </Sheet>
  )
}

function GivePost({ person, all, onDone }: { person: Person; all: readonly Unit[]; onDone: () => void }) {
  const around = unitsAround(person.unitId, all)
  const [unitId, setUnitId] = useState(around[0]?.id)
  const [post, setPost] = useState<PostKind>()
  const [tried, setTried] = useState(false)
  const { submit, busy, error } = useSubmit(givePost)
  const unit = around.find(({ id }) => id === unitId)
  const options = unit ? postKinds.filter((kind) => suits(kind, unit.kind)) : []
  const chosen = post && options.includes(post) ? post : undefined
  const give = async () => {
    setTried(true)
    if (!unitId || !chosen || !(await submit({ memberId: person.id, unitId, post: chosen }))) return
    say('已任职')
    onDone()
  }
  return (
    <>
      <Field label="组织">
        <Choice options={around.map(({ id, name }) => ({ value: id, text: name }))} value={unitId} onChange={setUnitId} />
      </Field>
      <Field label="职务" error={tried && !chosen ? '请选择一项' : undefined}>
        <Choice options={options.map((value) => ({ value, text: postNames[value] }))} value={chosen} onChange={setPost} />
      </Field>
      {postWarnings(person.posts.length + 1).map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void give()}>
        任职
      </Button>
    </>
  )
}
