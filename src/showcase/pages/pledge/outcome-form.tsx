import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Outcome } from '../../../../cloudfunctions/showcase/contract'
import { reportOutcome } from '../../../../cloudfunctions/showcase/pledge-contract'
import { wantsEvidence } from '../../../../cloudfunctions/showcase/pledge-rules'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { EvidenceField } from '../../../ui/evidence-field'
import type { EvidenceItem } from '../../../ui/evidence-item'
import { Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useEvidence } from '../../../ui/use-evidence'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { FormProps } from './form-props'
import './report.scss'
import { OutcomeChoice } from './outcome-choice'

interface Fields {
  outcome: Outcome | undefined
  text: string
  evidence: EvidenceItem[]
}

/** How it came out; it goes on from what the branch gave back. It counts once the branch has verified it. */
export function OutcomeForm({ pledge: { pledgeId, target, unfinished }, draftKey, onDone, onClose }: FormProps) {
  const before = unfinished?.kind === 'pledge-outcome' ? unfinished : undefined
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, () => ({
    outcome: before?.outcome,
    text: before?.text ?? '',
    evidence: before?.evidence ?? [],
  }))
  const { outcome, text } = fields
  const evidence = useEvidence(fields.evidence, (items) => change({ evidence: items }), before?.evidence)
  const { submit, busy, error } = useSubmit(reportOutcome)
  const [tried, setTried] = useState(false)

  const unsent = evidence.upload.sending.length > 0
  const missing = {
    outcome: outcome ? undefined : '请选择结果',
    text: text.trim() ? undefined : outcome === 'broken' ? '请写明没有做到的原因' : '请写几句完成情况',
    evidence: unsent ? '有文件还没有传好，请重试或不传了' : evidenceMissing(outcome, evidence.sent.length),
  }
  const send = async () => {
    setTried(true)
    if (!outcome || missing.text || missing.evidence) return
    if (!(await submit({ pledgeId, outcome, text, evidence: evidence.sent }))) return
    forget()
    say('已上报，等支部核实')
    onDone()
  }
  return (
    <Card title="上报结果">
      <View className="pledge-report">
        {restored && <RestoredNotice onForget={forget} />}
        <Field label={`目标“${target}”达到了吗`} error={tried ? missing.outcome : undefined}>
          <OutcomeChoice value={outcome} onChange={(value) => change({ outcome: value })} />
        </Field>
        <TextField
          label={outcome === 'broken' ? '原因和下一步打算' : '完成情况'}
          value={text}
          onChange={(words) => change({ text: words })}
          maxLength={500}
          lines={5}
          placeholder="例如：全年上门办理 12 次，服务群众 36 户"
          error={(tried ? missing.text : undefined) ?? error?.fields.text}
        />
        <EvidenceField
          evidence={evidence}
          label={outcome === 'broken' ? '佐证（可不填）' : '佐证'}
          hint="照片、文件或链接；支部核实后，大家都能看到。"
          error={tried ? missing.evidence : undefined}
        />
        {error && !error.fields.text && <Notice tone="warning">{error.message}</Notice>}
        <Button kind="main" busy={busy || evidence.upload.busy} onClick={() => void send()}>
          上报支部核实
        </Button>
        <Button onClick={onClose}>先不上报</Button>
      </View>
    </Card>
  )
}

const evidenceMissing = (outcome: Outcome | undefined, count: number) =>
  count === 0 && (!outcome || wantsEvidence(outcome)) ? '请至少附上一项佐证：照片、文件或链接' : undefined
