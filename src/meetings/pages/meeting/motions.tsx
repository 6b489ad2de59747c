import { list } from '../../../../cloudfunctions/motions/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { MotionLine } from '../../../ui/motion-line'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import type { Meeting } from '../../meeting'

/** What the meeting decides: the way to vote while a vote is under way, the results afterwards. */
export function Motions({ meeting: { meetingId, state, canManage } }: { meeting: Meeting }) {
  const { data, reload } = useQuery(list, state === 'cancelled' ? undefined : { meetingId }, { keep: true })
  useEvery(5_000, state === 'open', reload)
  const motions = data?.motions.filter((motion) => motion.state !== 'withdrawn') ?? []
  if (!data || (motions.length === 0 && !canManage)) return null
  const voting = motions.find((motion) => motion.state === 'voting')
  return (
    <Card title="表决">
      {motions.map(({ motionId, text, state, tally }) => (
        <MotionLine
          key={motionId}
          text={text}
          state={state}
          tally={tally}
          numbers={state === 'closed' && tally ? votesOf(tally) : undefined}
        />
      ))}
      {voting && (
        <Button kind={canManage ? 'plain' : 'main'} onClick={() => go(pages.vote({ meetingId, motionId: voting.motionId }))}>
          进入表决
        </Button>
      )}
      <Button onClick={() => go(pages.motions(meetingId))}>{canManage ? '组织表决' : '查看表决'}</Button>
    </Card>
  )
}

const votesOf = ({ inFavour, against, abstained, notVoted }: { inFavour: number; against: number; abstained: number; notVoted: number }) =>
  `赞成 ${inFavour} · 反对 ${against} · 弃权 ${abstained} · 未投 ${notVoted}`
