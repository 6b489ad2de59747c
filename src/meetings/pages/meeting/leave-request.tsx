import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { decideLeave } from '../../../../cloudfunctions/meetings/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { dayAndTime } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { Meeting } from '../../meeting'
import './leave-request.scss'

interface LeaveRequestProps {
  meetingId: string
  request: Meeting['leave'][number]
  onChanged: () => void
}

export function LeaveRequest({ meetingId, request: { memberId, name, reason, askedAt }, onChanged }: LeaveRequestProps) {
  const { submit, busy, error } = useSubmit(decideLeave)
  const [comment, setComment] = useState('')
  const decide = async (decision: 'granted' | 'refused') => {
    const text = comment.trim()
    if (!(await submit({ meetingId, memberId, decision, ...(text && { comment: text }) }))) return
    say(decision === 'granted' ? `已同意${name}请假` : `未同意${name}请假`)
    onChanged()
  }
  return (
    <View className="leave-request">
      <View className="leave-request__head">
        <Text className="leave-request__name">{name}</Text>
        <Text className="leave-request__time">{dayAndTime(askedAt)}</Text>
      </View>
      <Text>{reason}</Text>
      <TextField label="附言（可不填）" value={comment} onChange={setComment} maxLength={200} error={error?.fields.comment} />
      {error && !error.fields.comment && <Notice tone="warning">{error.message}</Notice>}
      <View className="leave-request__answers">
        <Button small busy={busy} onClick={() => void decide('granted')}>
          同意
        </Button>
        <Button small busy={busy} onClick={() => void decide('refused')}>
          不同意
        </Button>
      </View>
    </View>
  )
}
