import { useState } from 'react'
import { invite } from '../../../../cloudfunctions/meetings/contract'
import { members, units } from '../../../../cloudfunctions/organisation/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { Sheet } from '../../../ui/sheet'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { useSubmit } from '../../../ui/use-submit'
import type { Attendance, Meeting } from '../../meeting'
import { InvitationList } from './invitation-list'

interface InviteSheetProps {
  meeting: Meeting
  attendance: Attendance | undefined
  opened: boolean
  onClose: () => void
  onInvited: () => void
}

/** Adds people of the branch who are not on the list yet. */
export function InviteSheet({ opened, onClose, onInvited, meeting, attendance }: InviteSheetProps) {
  const done = () => {
    onClose()
    onInvited()
  }
  return (
    <Sheet title="邀请列席" opened={opened} onClose={onClose}>
      <Invitation meeting={meeting} attendance={attendance} onInvited={done} />
    </Sheet>
  )
}

function Invitation({
  meeting: { meetingId, unitId },
  attendance,
  onInvited,
}: Pick<InviteSheetProps, 'meeting' | 'attendance' | 'onInvited'>) {
  const tree = useQuery(units, {}, { keep: true })
  const unit = tree.data?.units.find(({ id }) => id === unitId)
  const branchId = unit?.kind === 'group' ? (unit.parentId ?? unitId) : unitId
  const query = useQuery(members, unit && { unitId: branchId })
  const { submit, busy, error } = useSubmit(invite)
  const [chosen, setChosen] = useState<string[]>([])
  const [sought, setSought] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const listed = new Set(attendance?.people.map(({ memberId }) => memberId))

  const send = async () => {
    setTried(true)
    if (!chosen.length || !reason.trim()) return
    const answer = await submit({ meetingId, memberIds: chosen, reason })
    if (!answer) return
    say(`已邀请 ${answer.added} 人`)
    onInvited()
  }

  return (
    <QueryView query={tree.error && !tree.data ? { ...query, error: tree.error, reload: tree.reload } : query}>
      {(data) => {
        const others = data.members.filter(({ id }) => !listed.has(id))
        if (!others.length) return <EmptyState title="支部的人都在名单里了" />
        return (
          <>
            <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名" />
            <InvitationList members={others} sought={sought.trim()} chosen={chosen} onChange={setChosen} />
            {tried && !chosen.length && <Notice tone="warning">请选择要邀请的人</Notice>}
            <ReasonField
              value={reason}
              onChange={setReason}
              suggestions={['列席会议', '旁听学习', '汇报工作']}
              error={error?.fields.reason ?? (tried && !reason.trim() ? '请填写原因' : undefined)}
            />
            {error && !error.fields.reason && <Notice tone="warning">{error.message}</Notice>}
            <Button kind="main" busy={busy} onClick={() => void send()}>
              {chosen.length ? `邀请 ${chosen.length} 人` : '邀请'}
            </Button>
          </>
        )
      }}
    </QueryView>
  )
}
