import { useState } from 'react'
import { confirmRecord, discardRecord } from '../../../../cloudfunctions/meetings/record-contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'
import type { MeetingRecord } from './content'
import type { RecordDraft } from './use-record-draft'

interface FinishProps {
  meetingId: string
  record: MeetingRecord
  own: RecordDraft
  /** Whether everything needed is there; says what is missing. */
  check: () => boolean
  onDone: () => void
}

/** The secretary confirms; others learn who will. A change of a confirmed record needs a reason, and can be given up. */
export function Finish({ meetingId, record, own, check, onDone }: FinishProps) {
  const { confirmed, canConfirm, meetingState, attendance } = record
  const confirming = useSubmit(confirmRecord)
  const discarding = useSubmit(discardRecord)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const error = confirming.error ?? discarding.error

  const send = async (because?: string) => {
    const revision = await own.flush()
    if (revision === undefined) return
    const input = { meetingId, revision, fingerprint: attendance?.fingerprint ?? '', ...(because && { reason: because }) }
    const done = await confirming.submit(input)
    setAsking(false)
    if (done) say('记录已确认')
    if (done) onDone()
    // Somebody changed the record or the list meanwhile: what they did is shown beside the refusal.
    else own.reload()
  }
  const begin = async () => {
    if (!check() || own.conflicts.length > 0) return
    if (confirmed) return setAsking(true)
    const content = '确认后记录固定，能看到这次会议的人都可以查看；以后修改须写明原因。'
    if (await confirm({ title: '确认会议记录', content, confirmText: '确认' })) await send()
  }
  const giveUp = async () => {
    if (!(await confirm({ title: '放弃这次修改', content: '改动会丢弃，原来确认的记录不变。', confirmText: '放弃' }))) return
    if (record.draft || own.savedAt) {
      const revision = await own.flush()
      if (revision === undefined || !(await discarding.submit({ meetingId, revision }))) return
    }
    own.forget()
    onDone()
  }

  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      {own.error && !own.error.offline && own.error.code !== 'RECORD_CHANGED' && <Notice tone="warning">{own.error.message}</Notice>}
      {!canConfirm && <Notice tone="success">写好后会自动保存。书记或副书记确认后，参会人员就能看到。</Notice>}
      {canConfirm && meetingState === 'open' && <Notice tone="success">签到还在进行。结束签到后，就可以确认记录。</Notice>}
      {canConfirm && meetingState === 'closed' && (
        <Button kind="main" busy={confirming.busy} onClick={() => void begin()}>
          {confirmed ? '确认修改' : '确认记录'}
        </Button>
      )}
      {confirmed && (
        <Button kind="danger" busy={discarding.busy} onClick={() => void giveUp()}>
          放弃这次修改
        </Button>
      )}
      <ReasonSheet
        title="修改的原因"
        opened={asking}
        onClose={() => setAsking(false)}
        notice="修改后成为新的一版，原来的一版和原因都会保留。"
        reason={reason}
        onReason={setReason}
        suggestions={['补记发言内容', '改正错字', '补充决议']}
        action="确认修改"
        busy={confirming.busy}
        error={confirming.error}
        onSubmit={() => void send(reason)}
      />
    </>
  )
}
