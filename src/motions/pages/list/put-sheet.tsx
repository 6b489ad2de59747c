import { useState } from 'react'
import { motionKindNames, put } from '../../../../cloudfunctions/motions/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Choice, Field, TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { Refusal } from '../../components/refusal'

interface PutSheetProps {
  meetingId: string
  opened: boolean
  onClose: () => void
  onPut: () => void
}

const offered = ['show-of-hands', 'open'] as const
const options = offered.map((value) => ({ value, text: motionKindNames[value] }))

/** What is to be decided, and in which way. Closing it loses nothing that was typed. */
export function PutSheet({ meetingId, opened, onClose, onPut }: PutSheetProps) {
  const { submit, busy, error } = useSubmit(put)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof offered)[number]>('show-of-hands')
  const [tried, setTried] = useState(false)
  const missing = tried && !text.trim() ? '请填写表决事项' : undefined

  const send = async () => {
    setTried(true)
    if (!text.trim() || !(await submit({ meetingId, text, kind }))) return
    say('已提出')
    setText('')
    setTried(false)
    onClose()
    onPut()
  }

  return (
    <Sheet title="提出表决事项" opened={opened} onClose={onClose}>
      <TextField
        label="表决事项"
        value={text}
        onChange={setText}
        maxLength={200}
        lines={3}
        placeholder="如：同意某同志按期转为正式党员"
        error={missing ?? error?.fields.text}
      />
      <Field label="表决方式" hint="手机表决记名。无记名投票和差额选举请用纸质选票，结果写入会议记录。">
        <Choice options={options} value={kind} onChange={setKind} />
      </Field>
      {!error?.fields.text && <Refusal error={error} offline="没有提交：现在连不上网络，填写的内容还在，请联网后再点一次。" />}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        提出
      </Button>
    </Sheet>
  )
}
