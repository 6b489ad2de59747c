import { confirm } from '../../../platform/notice'
import { serverNow } from '../../../platform/server-clock'
import { dayAndTime, momentOf } from '../../../ui/time'
import type { Draft } from './draft'

/** Whether the meeting ended before `now`: then it is recorded (补录) instead of arranged. */
export const isOver = ({ date, time, durationMinutes }: Draft, now: number) =>
  Date.parse(momentOf(date, time)) + durationMinutes * 60_000 <= now

/** True where the start lies ahead, or the person says that a past one is meant. */
export async function mayBePast(startsAt: string): Promise<boolean> {
  if (Date.parse(startsAt) > serverNow()) return true
  const content = `${dayAndTime(startsAt, serverNow())} 已经过去。安排后可以马上开始签到。`
  return confirm({ title: '开始时间已过', content, confirmText: '继续' })
}
