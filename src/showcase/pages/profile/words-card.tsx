import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type identity, saveProfile } from '../../../../cloudfunctions/showcase/identity-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useSubmit } from '../../../ui/use-submit'
import { dayInWords } from '../../day-in-words'
import { useKeptForm } from '../../kept-form'

interface Words {
  introduction: string
  /** Empty where it is not said. */
  joinedOn: string
}

interface WordsCardProps {
  shown: OutputOf<typeof identity>
  /** Names the person. */
  draftKey: string
  onSaved: () => void
}

/** What I say of myself; shown at once. */
export function WordsCard({ shown: { introduction, joinedOn }, draftKey, onSaved }: WordsCardProps) {
  // What was saved stands, also where the page cannot be asked for again.
  const [saved, setSaved] = useState<Words>()
  const words = saved ?? { introduction, joinedOn: joinedOn ?? '' }
  const keep = (next: Words) => {
    setSaved(next)
    onSaved()
  }
  return <WordsForm key={JSON.stringify(words)} words={words} draftKey={draftKey} onSaved={keep} />
}

function WordsForm({ words, draftKey, onSaved }: { words: Words; draftKey: string; onSaved: (saved: Words) => void }) {
  const { fields, change, restored, forget } = useKeptForm(draftKey, () => words)
  const { introduction, joinedOn } = fields
  const { submit, busy, error } = useSubmit(saveProfile)
  const save = async () => {
    if (!(await submit({ introduction, joinedOn: joinedOn || null }))) return
    forget()
    say('已保存')
    onSaved({ introduction, joinedOn })
  }
  const saidUnderField = error?.fields.introduction ?? error?.fields.joinedOn
  return (
    <Card title="简介">
      {restored && <RestoredNotice onForget={forget} />}
      <TextField
        label="自我介绍"
        value={introduction}
        onChange={(text) => change({ introduction: text })}
        maxLength={300}
        lines={4}
        placeholder="在什么岗位，能为群众办什么事"
        error={error?.fields.introduction}
      />
      <PickerField
        label="入党日期"
        mode="date"
        value={joinedOn}
        text={joinedOn ? dayInWords(joinedOn) : '还没有填写'}
        onChange={(day) => change({ joinedOn: day })}
        error={error?.fields.joinedOn}
      />
      {joinedOn && <Button onClick={() => change({ joinedOn: '' })}>不填入党日期</Button>}
      {error && !saidUnderField && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void save()}>
        保存
      </Button>
    </Card>
  )
}
