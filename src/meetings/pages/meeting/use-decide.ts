import { useState } from 'react'
import { recordAttendance, settleFlags, uninvite } from '../../../../cloudfunctions/meetings/contract'
import { confirm, say } from '../../../platform/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Person } from '../../meeting'
import type { Decision } from './decisions'

/** Carries out a decision about a person; answers whether it was done. */
export function useDecide(meetingId: string, { memberId, name }: Person) {
  const sends = { record: useSubmit(recordAttendance), settle: useSubmit(settleFlags), remove: useSubmit(uninvite) }
  const [last, setLast] = useState<keyof typeof sends>('record')

  const send = (decision: Decision, reason: string): Promise<object | undefined> => {
    const about = { meetingId, memberId, reason }
    if (decision === 'remove') {
      setLast('remove')
      return sends.remove.submit(about)
    }
    if (decision === 'stands' || decision === 'does-not-count') {
      setLast('settle')
      return sends.settle.submit({ ...about, decision })
    }
    setLast('record')
    return sends.record.submit({ ...about, state: decision })
  }
  const decide = async (decision: Decision, reason: string): Promise<boolean> => {
    const content = '移出后不再计入应到，也不能签到；需要时可以重新邀请。'
    if (decision === 'remove' && !(await confirm({ title: `移出${name}`, content, confirmText: '移出' }))) return false
    if (!(await send(decision, reason))) return false
    say('已登记')
    return true
  }
  return { decide, busy: sends[last].busy, error: sends[last].error }
}
