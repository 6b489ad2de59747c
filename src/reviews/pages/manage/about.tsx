import { Card, Fact, Tag } from '../../../ui/card'
import { ProgressBar } from '../../../ui/progress-bar'
import { dayAndTime } from '../../../ui/time'
import { partNames, type Round, templateNames } from '../../words'

const states = { draft: '未开始', open: '进行中', closed: '已结束' }

/** Where the round stands; how many ballots came, and never whose. */
export function About({ round }: { round: Round }) {
  const { template, unitName, state, closesAt, closedAt, now, criteria, raters, minimumBallots, comments, progress } = round
  const { expected, issued, ballots } = progress
  const day = Date.parse(now)
  return (
    <>
      <Card
        title={`${templateNames[template]} · ${unitName}`}
        extra={<Tag tone={state === 'open' ? 'red' : state === 'closed' ? 'success' : 'plain'}>{states[state]}</Tag>}
      >
        {closedAt ? <Fact label="结束">{dayAndTime(closedAt, day)}</Fact> : <Fact label="截止">{dayAndTime(closesAt, day)}</Fact>}
        <Fact label="评议人">{raters.map((part) => partNames[part]).join('、')}</Fact>
        <Fact label="内容">{criteria.map(({ name, weight }) => `${name}（权重 ${weight}）`).join('、')}</Fact>
        <Fact label="票数下限">{`${minimumBallots} 张，少于的只公布票数`}</Fact>
        <Fact label="评语">{comments ? '收，结束后按随机次序公布' : '不收'}</Fact>
      </Card>
      {state !== 'draft' && (
        <Card title="进度">
          <ProgressBar percent={expected ? Math.min(100, Math.floor((100 * ballots) / expected)) : 0} label="收到的票" />
          <Fact label="最多">{`${expected} 张`}</Fact>
          <Fact label="已领票">{`${issued} 张`}</Fact>
          <Fact label="已收到">{`${ballots} 张`}</Fact>
          {state === 'open' && <Fact label="说明">只有张数。领了票，手机会隔一段时间再寄，收到的会比领的晚。</Fact>}
        </Card>
      )}
    </>
  )
}
