import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type ClaimKind, claimKindNames } from '../../../../cloudfunctions/showcase/contract'
import { claim, type identity } from '../../../../cloudfunctions/showcase/identity-contract'
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

interface ClaimFormProps {
  kind: ClaimKind
  /** One that came back, to go on from. */
  before?: OutputOf<typeof identity>['claims'][number]
  draftKey: string
  onSubmitted: () => void
  onClose: () => void
}

const placeholders: Record<ClaimKind, string> = { position: '例如 不动产登记窗口岗', badge: '例如 党员先锋岗' }

export function ClaimForm({ kind, before, draftKey, onSubmitted, onClose }: ClaimFormProps) {
  const held = before?.evidence ?? []
  const { fields, change, restored, forget } = useKeptForm(draftKey, () => ({ text: before?.text ?? '', items: held as EvidenceItem[] }))
  const evidence = useEvidence(fields.items, (items) => change({ items }), held)
  const { submit, busy, error } = useSubmit(claim)
  const [tried, setTried] = useState(false)
  const missing = tried && !fields.text.trim() ? '请填写名称' : undefined
  const send = async () => {
    setTried(true)
    if (!fields.text.trim()) return
    const again = before && { claimId: before.claimId }
    if (!(await submit({ kind, text: fields.text, evidence: evidence.sent, ...again }))) return
    forget()
    say('已提交，等待支部审核')
    onSubmitted()
  }
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <TextField
        label={`${claimKindNames[kind]}名称`}
        value={fields.text}
        onChange={(text) => change({ text })}
        maxLength={30}
        placeholder={placeholders[kind]}
        error={missing ?? error?.fields.text}
      />
      <EvidenceField evidence={evidence} hint="证书、文件或公示，可不填" />
      {error && !error.fields.text && <Notice tone="warning">{error.message}</Notice>}
      <View className="claims__buttons">
        <Button onClick={onClose}>收起</Button>
        <Button kind="main" busy={busy} disabled={evidence.upload.busy} onClick={() => void send()}>
          提交审核
        </Button>
      </View>
    </>
  )
}
