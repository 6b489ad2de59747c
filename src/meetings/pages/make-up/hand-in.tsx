import { useState } from 'react'
import { handInMakeUp } from '../../../../cloudfunctions/meetings/make-up-contract'
import { say } from '../../../platform/notice'
import { storedState } from '../../../platform/stored-state'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'

/** What was typed stays on the phone until it is handed in. */
const drafts = storedState<Record<string, string>>('drafts.make-ups', {})

interface HandInProps {
  meetingId: string
  /** Names the person and the meeting. */
  draftKey: string
  /** What was handed in before and came back. */
  written: string
  onHandedIn: () => void
}

export function HandIn({ meetingId, draftKey, written, onHandedIn }: HandInProps) {
  const note = drafts.use()[draftKey] ?? written
  const { submit, busy, error } = useSubmit(handInMakeUp)
  const [tried, setTried] = useState(false)
  const change = (text: string) => drafts.set({ ...drafts.get(), [draftKey]: text })
  const send = async () => {
    setTried(true)
    if (!note.trim() || !(await submit({ meetingId, note }))) return
    const { [draftKey]: _, ...others } = drafts.get()
    drafts.set(others)
    say('已提交，等待审阅')
    onHandedIn()
  }
  const missing = tried && !note.trim() ? '请写几句心得' : undefined
  return (
    <Card title="补学心得">
      <TextField
        label="心得"
        value={note}
        onChange={change}
        maxLength={2000}
        lines={8}
        placeholder="学了什么，有什么体会"
        error={missing ?? error?.fields.note}
      />
      {error && !error.fields.note && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        提交心得
      </Button>
    </Card>
  )
}
