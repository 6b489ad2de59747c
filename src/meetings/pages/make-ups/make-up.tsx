import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { decideMakeUp, type makeUps } from '../../../../cloudfunctions/meetings/make-up-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { makeUpWords } from '../../../ui/make-up-words'
import { Notice } from '../../../ui/notice'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { dayAndTime, dayName } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import './make-up.scss'

interface MakeUpProps {
  meetingId: string
  makeUp: OutputOf<typeof makeUps>['makeUps'][number]
  now: number
  onChanged: () => void
}

/** One person's make-up, and the two answers to it once it is handed in. */
export function MakeUp({ meetingId, makeUp, now, onChanged }: MakeUpProps) {
  const { memberId, name, state, dueAt, note, handedInAt, decision } = makeUp
  const { submit, busy, error } = useSubmit(decideMakeUp)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const { text, tone } = makeUpWords(state, dueAt, now)
  const decide = async (answer: 'accepted' | 'returned') => {
    const comment = answer === 'returned' ? { comment: reason } : {}
    if (!(await submit({ meetingId, memberId, decision: answer, ...comment }))) return
    say(answer === 'accepted' ? `${name}的补课已通过` : `已退回给${name}`)
    setReturning(false)
    onChanged()
  }
  return (
    <Card title={name} extra={<Tag tone={tone}>{text}</Tag>}>
      <Fact label="期限">{dayName(dueAt, now)}</Fact>
      {handedInAt && <Fact label="提交">{dayAndTime(handedInAt, now)}</Fact>}
      {note && <Text className="make-up-row__note">{note}</Text>}
      {decision && <Fact label={state === 'returned' ? '退回原因' : '意见'}>{decision}</Fact>}
      {error && !returning && <Notice tone="warning">{error.message}</Notice>}
      {state === 'handed-in' && (
        <View className="make-up-row__answers">
          <Button small busy={busy} onClick={() => void decide('accepted')}>
            通过
          </Button>
          <Button small onClick={() => setReturning(true)}>
            退回
          </Button>
        </View>
      )}
      {state === 'handed-in' && (
        <ReasonSheet
          title={`退回给${name}`}
          opened={returning}
          onClose={() => setReturning(false)}
          reason={reason}
          onReason={setReason}
          suggestions={['请结合岗位实际再写几句', '请补学会议文件后再写']}
          action="退回"
          busy={busy}
          error={error}
          onSubmit={() => void decide('returned')}
        />
      )}
    </Card>
  )
}
