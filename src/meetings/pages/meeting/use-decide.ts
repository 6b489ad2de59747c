import { recordAttendance, settleFlags, uninvite } from '../../../../cloudfunctions/meetings/contract'
import { confirm, say } from '../../../platform/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Person } from '../../meeting'
import type { Decision } from './decisions'

/** Carries out a decision about a person; answers whether it was done. */
export function useDecide(meetingId: string, { memberId, name }: Person) {
  const record = useSubmit(recordAttendance)
  const settle = useSubmit(settleFlags)
  const remove = useSubmit(uninvite)

  const send = (decision: Decision, reason: string): Promise<object | undefined> => {
    if (decision === 'remove') return remove.submit({ meetingId, memberId, reason })
    if (decision === 'stands' || decision === 'does-not-count') return settle.submit({ meetingId, memberId, decision, reason })
    return record.submit({ meetingId, memberId, state: decision, reason })
  }
  const decide = async (decision: Decision, reason: string): Promise<boolean> => {
    const content = '移出后不再计入应到，也不能签到；需要时可以重新邀请。'
    if (decision === 'remove' && !(await confirm({ title: `移出${name}`, content, confirmText: '移出' }))) return false
    if (!(await send(decision, reason))) return false
    say('已登记')
    return true
  }
  return { decide, busy: record.busy || settle.busy || remove.busy, error: record.error ?? settle.error ?? remove.error }
}
