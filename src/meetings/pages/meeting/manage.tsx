import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import type { Attendance, Meeting } from '../../meeting'
import { CancelSheet } from './cancel-sheet'
import { FinishButton } from './finish-button'
import { InviteSheet } from './invite-sheet'
import './manage.scss'
import { SignOutSwitch } from './sign-out-switch'

interface ManageProps {
  meeting: Meeting
  attendance: Attendance | undefined
  onChanged: () => void
}

/** The organiser's further actions, by the meeting's state. */
export function Manage({ meeting, attendance, onChanged }: ManageProps) {
  const { meetingId, state } = meeting
  const [sheet, setSheet] = useState<'invite' | 'cancel'>()
  const close = () => setSheet(undefined)
  if (state === 'closed' || state === 'cancelled') return null
  return (
    <Card title="组织会议">
      <View className="manage">
        <Button onClick={() => setSheet('invite')}>邀请列席</Button>
        <SignOutSwitch meeting={meeting} onChanged={onChanged} />
        {state === 'scheduled' && <Button onClick={() => go(pages.schedule({ meetingId }))}>修改</Button>}
        {state === 'scheduled' && (
          <Button kind="danger" onClick={() => setSheet('cancel')}>
            取消会议
          </Button>
        )}
        {state === 'open' && <FinishButton meetingId={meetingId} attendance={attendance} onFinished={onChanged} />}
      </View>
      <InviteSheet meeting={meeting} attendance={attendance} opened={sheet === 'invite'} onClose={close} onInvited={onChanged} />
      <CancelSheet meeting={meeting} opened={sheet === 'cancel'} onClose={close} onCancelled={onChanged} />
    </Card>
  )
}
