import { confirm } from '../../../platform/notice'
import { serverNow } from '../../../platform/server-clock'
import { dayAndTime } from '../../../ui/time'

/** True where the start lies ahead, or the person says that a past one is meant. */
export async function mayBePast(startsAt: string): Promise<boolean> {
  if (Date.parse(startsAt) > serverNow()) return true
  const content = `${dayAndTime(startsAt, serverNow())} 已经过去。如需补录，可以继续。`
  return confirm({ title: '开始时间已过', content, confirmText: '继续' })
}
