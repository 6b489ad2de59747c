import { go, pages } from '../../../platform/pages'
import { Tag } from '../../../ui/card'
import { LinkRow } from '../../../ui/link-row'
import { dayAndTime, dayName } from '../../../ui/time'
import { type RoundSummary, templateNames } from '../../words'

/** One round, and how far I am with it. */
export function RoundRow({ round, now }: { round: RoundSummary; now: number }) {
  const { title, state, template, unitName, closesAt, closedAt } = round
  const when = state === 'closed' && closedAt ? `${dayName(closedAt, now)}结束` : `${dayAndTime(closesAt, now)}截止`
  return (
    <LinkRow
      title={title}
      hint={`${templateNames[template]} · ${unitName} · ${when}`}
      extra={<Progress round={round} />}
      onClick={() => go(wayTo(round))}
    />
  )
}

/** Whoever holds a round goes on from its own page, unless they still rate in it themselves. */
function wayTo({ roundId, state, mayManage, toRate }: RoundSummary): string {
  if (mayManage && !(state === 'open' && toRate > 0)) return pages.reviewManage(roundId)
  return state === 'closed' ? pages.reviewResults(roundId) : pages.reviewRound(roundId)
}

function Progress({ round: { state, toRate, issued, mayManage } }: { round: RoundSummary }) {
  if (state === 'draft') return <Tag>未开始</Tag>
  if (state === 'closed') return <Tag tone="success">看结果</Tag>
  if (toRate === 0) return <Tag>{mayManage ? '进行中' : '您是评议对象'}</Tag>
  return issued < toRate ? <Tag tone="red">{`已评 ${issued} / ${toRate}`}</Tag> : <Tag tone="success">{`已评 ${toRate} / ${toRate}`}</Tag>
}
