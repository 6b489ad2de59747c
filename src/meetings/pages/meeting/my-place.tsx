import { Text } from '@tarojs/components'
import { useState } from 'react'
import { withdrawLeave } from '../../../../cloudfunctions/meetings/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Meeting } from '../../meeting'
import { AskLeaveSheet } from './ask-leave-sheet'
import './my-place.scss'
import { myPlaceOf, signOutWords } from './my-place-of'

interface MyPlaceProps {
  meeting: Meeting
  mine: NonNullable<Meeting['mine']>
  onChanged: () => void
}

/** My own place in it: whether I am in, or asked for leave. */
export function MyPlace({ meeting, mine, onChanged }: MyPlaceProps) {
  const { meetingId, state, myLeaveReason, signOut, mySignedOutAt } = meeting
  const [asking, setAsking] = useState(false)
  const withdrawing = useSubmit(withdrawLeave)
  if (state === 'cancelled') return null
  const { tag, tone, hint } = myPlaceOf(state, mine)
  const onLeave = mine.leave === 'asked' || mine.leave === 'granted'
  const mayAsk = state === 'scheduled' && mine.state === 'expected' && !onLeave
  const arrived = mine.state === 'present' || mine.state === 'late'
  const mayWithdraw = state === 'scheduled' && onLeave

  const withdraw = async () => {
    const content = '撤回后，您会回到应到名单。'
    if (!(await confirm({ title: '撤回请假', content, confirmText: '撤回' }))) return
    if (!(await withdrawing.submit({ meetingId }))) return
    say('已撤回请假')
    onChanged()
  }

  return (
    <Card title="我的参会" extra={<Tag tone={tone}>{tag}</Tag>}>
      {hint && <Text className="my-place__hint">{hint}</Text>}
      {arrived && signOut && <Text className="my-place__hint">{signOutWords(mySignedOutAt, state)}</Text>}
      {onLeave && myLeaveReason && <Text className="my-place__hint">{`请假原因：${myLeaveReason}`}</Text>}
      {withdrawing.error && <Notice tone="warning">{withdrawing.error.message}</Notice>}
      {mayAsk && <Button onClick={() => setAsking(true)}>{mine.leave === 'refused' ? '再次请假' : '请假'}</Button>}
      {mayWithdraw && (
        <Button busy={withdrawing.busy} onClick={() => void withdraw()}>
          撤回请假
        </Button>
      )}
      <AskLeaveSheet meetingId={meetingId} opened={asking} onClose={() => setAsking(false)} onAsked={onChanged} />
    </Card>
  )
}
