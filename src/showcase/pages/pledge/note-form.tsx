import { View } from '@tarojs/components'
import { useState } from 'react'
import { notePledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { EvidenceField } from '../../../ui/evidence-field'
import type { EvidenceItem } from '../../../ui/evidence-item'
import { Choice, Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useEvidence } from '../../../ui/use-evidence'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { FormProps } from './form-props'
import './report.scss'

interface Fields {
  progress: number
  text: string
  evidence: EvidenceItem[]
}

/** What was done, and how far it is now; everybody sees it at once. */
export function NoteForm({ pledge: { pledgeId, progress }, draftKey, onDone, onClose }: FormProps) {
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, () => ({ progress, text: '', evidence: [] }))
  const evidence = useEvidence(fields.evidence, (items) => change({ evidence: items }))
  const { submit, busy, error } = useSubmit(notePledge)
  const [tried, setTried] = useState(false)
  const unsent = evidence.upload.sending.length > 0
  const send = async () => {
    setTried(true)
    if (!fields.text.trim() || unsent) return
    if (!(await submit({ pledgeId, text: fields.text, progress: fields.progress, evidence: evidence.sent }))) return
    forget()
    say('已记下')
    onDone()
  }
  return (
    <Card title="记进展">
      <View className="pledge-report">
        {restored && <RestoredNotice onForget={forget} />}
        <Field label="现在完成了多少">
          <Choice
            options={steps(progress).map((step) => ({ value: `${step}`, text: `${step}%` }))}
            value={`${fields.progress}`}
            onChange={(value) => change({ progress: Number(value) })}
          />
        </Field>
        <TextField
          label="做了什么"
          value={fields.text}
          onChange={(text) => change({ text })}
          maxLength={500}
          lines={5}
          placeholder="例如：11 月到社区上门办理 3 户，累计 10 次"
          error={(tried && !fields.text.trim() ? '请写一句做了什么' : undefined) ?? error?.fields.text}
        />
        <EvidenceField
          evidence={evidence}
          label="佐证（可不填）"
          hint="照片、文件或链接，大家都能看到。"
          error={tried && unsent ? '有文件还没有传好，请重试或不传了' : undefined}
        />
        {error && !error.fields.text && <Notice tone="warning">{error.message}</Notice>}
        <Button kind="main" busy={busy || evidence.upload.busy} onClick={() => void send()}>
          记下
        </Button>
        <Button onClick={onClose}>先不记了</Button>
      </View>
    </Card>
  )
}

/** Tens, and where it stands now. */
const steps = (now: number) => [...new Set([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, now])].sort((a, b) => a - b)
