import { useState } from 'react'
import { meetMilestone } from '../../../../cloudfunctions/showcase/project-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { EvidenceField } from '../../../ui/evidence-field'
import type { EvidenceItem } from '../../../ui/evidence-item'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useEvidence } from '../../../ui/use-evidence'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { Milestone } from '../../project-words'

interface StepFormProps {
  step: Milestone
  draftKey: string
  onDone: () => void
  onClose: () => void
}

interface Fields {
  note: string
  evidence: EvidenceItem[]
}

/** How a step was done; everybody sees it at once. */
export function StepForm({ step, draftKey, onDone, onClose }: StepFormProps) {
  const { milestoneId, note: before, evidence: held } = step
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, () => ({ note: before ?? '', evidence: held }))
  const evidence = useEvidence(fields.evidence, (items) => change({ evidence: items }), held)
  const { submit, busy, error } = useSubmit(meetMilestone)
  const [tried, setTried] = useState(false)
  const unsent = evidence.upload.sending.length > 0
  const send = async () => {
    setTried(true)
    if (!fields.note.trim() || unsent) return
    if (!(await submit({ milestoneId, note: fields.note, evidence: evidence.sent }))) return
    forget()
    say('已登记')
    onDone()
  }
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <TextField
        label="完成情况"
        value={fields.note}
        onChange={(note) => change({ note })}
        maxLength={500}
        lines={4}
        placeholder="例如：梳理 20 项高频业务，形成清单并上墙公示"
        error={(tried && !fields.note.trim() ? '请写一句完成情况' : undefined) ?? error?.fields.note}
      />
      <EvidenceField
        evidence={evidence}
        label="佐证（可不填）"
        hint="照片、文件或链接，大家都能看到。"
        error={tried && unsent ? '有文件还没有传好，请重试或不传了' : undefined}
      />
      {error && !error.fields.note && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy || evidence.upload.busy} onClick={() => void send()}>
        登记
      </Button>
      <Button onClick={onClose}>先不登记</Button>
    </>
  )
}
