import { useState } from 'react'
import { leaveWord, longestWord } from '../../../../cloudfunctions/showcase/card-contract'
import { type WordKind, wordKindNames, wordKinds } from '../../../../cloudfunctions/showcase/contract'
import { storedState } from '../../../platform/stored-state'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'

/** What was typed for a card stays on the phone until it is sent. */
const drafts = storedState<Record<string, string>>('drafts.words', {})
const options = wordKinds.map((value) => ({ value, text: wordKindNames[value] }))

/** Thanks or a suggestion, by nobody who has to say who they are. */
export function WordForm({ tag, name }: { tag: string; name: string }) {
  const text = drafts.use()[tag] ?? ''
  const [kind, setKind] = useState<WordKind>('thanks')
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const { submit, busy, error } = useSubmit(leaveWord)
  const send = async () => {
    setTried(true)
    if (!text.trim() || !(await submit({ tag, kind, text }))) return
    const { [tag]: _, ...others } = drafts.get()
    drafts.set(others)
    setTried(false)
    setSent(true)
  }
  if (sent)
    return (
      <Card title="已收到，谢谢您">
        <Notice tone="success">支部审核后，您的留言会公开展示在这张名片上。</Notice>
        <Button onClick={() => setSent(false)}>再写一条</Button>
      </Card>
    )
  const missing = tried && !text.trim() ? '请写几句' : undefined
  return (
    <Card title={`对${name}说说您的感受`}>
      <Choice options={options} value={kind} onChange={setKind} />
      <TextField
        label="留言"
        value={text}
        onChange={(typed) => drafts.set({ ...drafts.get(), [tag]: typed })}
        maxLength={longestWord}
        lines={4}
        placeholder={kind === 'thanks' ? '哪件事办得好' : '哪里可以做得更好'}
        hint="支部审核后公开展示。不需要填写姓名和电话，也请不要写别人的私事。"
        error={missing ?? error?.fields.text}
      />
      {error && !error.fields.text && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        提交留言
      </Button>
    </Card>
  )
}
