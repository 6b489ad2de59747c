import { open } from '../../../../cloudfunctions/meetings/contract'
import { confirm } from '../../../platform/notice'
import { go, pages } from '../../../platform/pages'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { dayAndTime } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { Meeting } from '../../meeting'

/** Earlier than this before the start, in ms, opening is likely a slip: it cannot be taken back. */
const early = 3_600_000

/** The organiser's one main action, by the meeting's state; nothing for anyone else. */
export function mainAction(meeting: Meeting, onOpened: () => void) {
  if (!meeting.canManage) return undefined
  if (meeting.state === 'scheduled') return <StartCheckIn meeting={meeting} onOpened={onOpened} />
  if (meeting.state === 'closed' && meeting.recordState !== 'confirmed') {
    return (
      <Button kind="main" onClick={() => go(pages.record(meeting.meetingId))}>
        {meeting.recordState === 'draft' ? '继续写会议记录' : '写会议记录'}
      </Button>
    )
  }
  if (meeting.state !== 'open') return undefined
  return (
    <Button kind="main" onClick={() => go(pages.checkInScreen(meeting.meetingId))}>
      投屏签到码
    </Button>
  )
}

function StartCheckIn({ meeting: { meetingId, startsAt }, onOpened }: { meeting: Meeting; onOpened: () => void }) {
  const { submit, busy, error } = useSubmit(open)
  const start = async () => {
    const now = serverNow()
    const content = `会议时间是 ${dayAndTime(startsAt, now)}。开始签到后不能退回，也不能再请假。`
    const isEarly = Date.parse(startsAt) - now > early
    if (isEarly && !(await confirm({ title: '现在就开始签到', content, confirmText: '开始' }))) return
    if (!(await submit({ meetingId }))) return
    onOpened()
    go(pages.checkInScreen(meetingId))
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void start()}>
        开始签到
      </Button>
    </>
  )
}
