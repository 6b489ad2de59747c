import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import type { Meeting } from '../../meeting'
import { LeaveRequest } from './leave-request'
import './leave-requests.scss'

const decidedNames = { asked: '', granted: '已同意', refused: '未同意', withdrawn: '已撤回' }

interface LeaveRequestsProps {
  meeting: Meeting
  onChanged: () => void
}

/** Who asked for leave: the undecided first, each with its two answers. */
export function LeaveRequests({ meeting: { meetingId, leave, state }, onChanged }: LeaveRequestsProps) {
  const mayDecide = state === 'scheduled' || state === 'open'
  const waiting = mayDecide ? leave.filter((each) => each.state === 'asked') : []
  const settled = leave.filter((each) => !waiting.includes(each))
  if (leave.length === 0) return null
  return (
    <Card title="请假申请">
      {waiting.map((each) => (
        <LeaveRequest key={each.memberId} meetingId={meetingId} request={each} onChanged={onChanged} />
      ))}
      {settled.map(({ memberId, name, reason, state: answer, decision }) => (
        <View key={memberId} className="leave-requests__settled">
          <Text className="leave-requests__name">{name}</Text>
          <Text className="leave-requests__reason">{[reason, decision].filter(Boolean).join(' · ')}</Text>
          <Text className="leave-requests__answer">{decidedNames[answer] || '没有处理'}</Text>
        </View>
      ))}
    </Card>
  )
}
