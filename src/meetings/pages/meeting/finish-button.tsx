import { close } from '../../../../cloudfunctions/meetings/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { Attendance } from '../../meeting'

interface FinishButtonProps {
  meetingId: string
  attendance: Attendance | undefined
  onFinished: () => void
}

export function FinishButton({ meetingId, attendance, onFinished }: FinishButtonProps) {
  const { submit, busy, error } = useSubmit(close)
  const finish = async () => {
    if (!(await confirm({ title: '结束签到', content: whatFollows(attendance), confirmText: '结束' }))) return
    if (!(await submit({ meetingId }))) return
    say('签到已结束')
    onFinished()
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="danger" busy={busy} onClick={() => void finish()}>
        结束签到
      </Button>
    </>
  )
}

function whatFollows(attendance: Attendance | undefined): string {
  const frozen = '结束后名单固定，更正须写明原因。'
  if (!attendance) return `未签到的将记为缺席。${frozen}`
  const missing = attendance.people.filter(({ state, counted }) => state === 'expected' && counted).length
  return missing ? `${missing} 人未签到，将记为缺席。${frozen}` : `应到人员都已签到或请假。${frozen}`
}
