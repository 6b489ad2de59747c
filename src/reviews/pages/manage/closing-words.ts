import { dayAndTime } from '../../../ui/time'
import type { Round } from '../../words'

/** What follows from the close, and what is lost by closing now. */
export function closingWords({ closesAt, now, progress: { issued, ballots } }: Round): string {
  const early = Date.parse(closesAt) > Date.parse(now) ? `还没到截止时间（${dayAndTime(closesAt, Date.parse(now))}）。` : ''
  const under = issued > ballots ? `有 ${issued - ballots} 张领了还没有收到，结束后不再收。` : ''
  return `${early}${under}结束后公布结果和每一张没有名字的票，不能恢复。`
}
