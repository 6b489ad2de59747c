import { useState } from 'react'
import { setMakeUp } from '../../../../cloudfunctions/meetings/make-up-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice, Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { Suggestions } from '../../../ui/suggestions'
import { calendarDate, dayName, momentOf } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'

const week = 7 * 86_400_000
const usual = ['学习会议记录和会上的文件，写几句心得', '自学党课讲稿，写一篇短心得']

interface SetMakeUpFormProps {
  meetingId: string
  /** What was asked for before. */
  known: { instructions: string; dueAt: string } | undefined
  now: number
  onDone: () => void
}

/** Who owes a make-up, what it is and by when: the end of the chosen day. */
export function SetMakeUpForm({ meetingId, known, now, onDone }: SetMakeUpFormProps) {
  const { submit, busy, error } = useSubmit(setMakeUp)
  const [whom, setWhom] = useState<'absent' | 'absent-and-excused'>('absent')
  const [instructions, setInstructions] = useState(known?.instructions ?? '')
  const [date, setDate] = useState(calendarDate(known?.dueAt ?? now + week))
  const [tried, setTried] = useState(false)
  const dueAt = momentOf(date, '23:59')
  const send = async () => {
    setTried(true)
    if (!instructions.trim()) return
    const answer = await submit({ meetingId, dueAt, instructions, whom })
    if (!answer) return
    say(`${answer.owed} 人需要补课`)
    onDone()
  }
  const shown = error?.fields.dueAt || error?.fields.instructions
  return (
    <Card title="安排补课">
      <Field label="哪些人">
        <Choice
          options={[
            { value: 'absent', text: '缺席的' },
            { value: 'absent-and-excused', text: '缺席和请假的' },
          ]}
          value={whom}
          onChange={setWhom}
        />
      </Field>
      <TextField
        label="内容和要求"
        value={instructions}
        onChange={setInstructions}
        maxLength={2000}
        lines={5}
        placeholder="学什么，怎么算完成"
        error={error?.fields.instructions ?? (tried && !instructions.trim() ? '请写明补学的内容' : undefined)}
      />
      <Suggestions texts={instructions ? [] : usual} onChoose={setInstructions} />
      <PickerField label="完成期限" mode="date" value={date} text={dayName(dueAt, now)} onChange={setDate} error={error?.fields.dueAt} />
      {error && !shown && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        通知补课
      </Button>
    </Card>
  )
}
