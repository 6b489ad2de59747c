import { useState } from 'react'
import { reportResult } from '../../../../cloudfunctions/showcase/project-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { EvidenceField } from '../../../ui/evidence-field'
import type { EvidenceItem } from '../../../ui/evidence-item'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useEvidence } from '../../../ui/use-evidence'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { Project } from '../../project-words'

interface ResultFormProps {
  project: Project
  draftKey: string
  onDone: () => void
  onClose: () => void
}

interface Fields {
  result: string
  evidence: EvidenceItem[]
}

/** What came of the project, for the branch to accept; goes on from what it gave back. */
export function ResultForm({ project: { projectId, result: before }, draftKey, onDone, onClose }: ResultFormProps) {
  const held = before?.evidence ?? []
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, () => ({ result: before?.text ?? '', evidence: held }))
  const evidence = useEvidence(fields.evidence, (items) => change({ evidence: items }), held)
  const { submit, busy, error } = useSubmit(reportResult)
  const [tried, setTried] = useState(false)
  const unsent = evidence.upload.sending.length > 0
  const send = async () => {
    setTried(true)
    if (!fields.result.trim() || unsent || !fields.evidence.length) return
    if (!(await submit({ projectId, result: fields.result, evidence: evidence.sent }))) return
    forget()
    say('已提交，等支部验收')
    onDone()
  }
  const faultOfEvidence = unsent
    ? '有文件还没有传好，请重试或不传了'
    : fields.evidence.length
      ? undefined
      : '请至少附上一项佐证：照片、文件或链接'
  return (
    <Card title="提交成果">
      {restored && <RestoredNotice onForget={forget} />}
      <TextField
        label="取得的成果"
        value={fields.result}
        onChange={(result) => change({ result })}
        maxLength={1000}
        lines={6}
        placeholder="例如：20 项业务实现一次办结，平均用时由 40 分钟降到 18 分钟"
        error={(tried && !fields.result.trim() ? '请写明取得的成果' : undefined) ?? error?.fields.result}
      />
      <EvidenceField evidence={evidence} hint="能说明成果的照片、文件或链接。" error={tried ? faultOfEvidence : undefined} />
      {error && !error.fields.result && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy || evidence.upload.busy} onClick={() => void send()}>
        提交支部验收
      </Button>
      <Button onClick={onClose}>先不提交</Button>
    </Card>
  )
}
