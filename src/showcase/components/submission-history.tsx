import { Text, View } from '@tarojs/components'
import type { Shown } from '../../../cloudfunctions/kernel/contract'
import { type submission, submissionKindNames } from '../../../cloudfunctions/showcase/contract'
import { Card, Tag } from '../../ui/card'
import { dayAndTime } from '../../ui/time'
import { submissionWords } from '../submission-words'
import './submission-history.scss'

/** What was put before the branch, and what became of it, the latest first; nothing where nothing was. */
export function SubmissionHistory({ submissions }: { submissions: readonly Shown<typeof submission>[] }) {
  if (submissions.length === 0) return null
  return (
    <Card title="审核经过">
      {submissions.map(({ submissionId, kind, state, submittedAt, decidedAt, decidedBy, comment }) => {
        const { text, tone } = submissionWords[state]
        return (
          <View key={submissionId} className="submission">
            <View className="submission__head">
              <Text className="submission__kind">{submissionKindNames[kind]}</Text>
              <Tag tone={tone}>{text}</Tag>
            </View>
            {comment && <Text className="submission__comment">{comment}</Text>}
            <Text className="submission__when">{`${dayAndTime(submittedAt)} 提交`}</Text>
            {decidedAt && state !== 'taken-back' && (
              <Text className="submission__when">{`${dayAndTime(decidedAt)} ${decidedBy ?? '支部'}${doings[state]}`}</Text>
            )}
          </View>
        )
      })}
    </Card>
  )
}

const doings = { waiting: '', approved: '通过', returned: '退回', 'taken-back': '', revoked: '撤销' }
