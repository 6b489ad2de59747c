import { Card, Fact } from '../../../ui/card'
import { dayAndTime } from '../../../ui/time'
import { partNames, type Round, templateNames } from '../../words'

/** What kind of round it is, until when, about what, and how many ballots came. */
export function Terms({ round: { template, unitName, closesAt, now, criteria, raters, progress, state } }: { round: Round }) {
  return (
    <Card title={`${templateNames[template]} · ${unitName}`}>
      <Fact label="截止">{dayAndTime(closesAt, Date.parse(now))}</Fact>
      <Fact label="评议人">{raters.map((part) => partNames[part]).join('、')}</Fact>
      <Fact label="内容">{criteriaWords(criteria)}</Fact>
      {state === 'open' && <Fact label="进度">{`收到 ${progress.ballots} 张票，最多 ${progress.expected} 张`}</Fact>}
    </Card>
  )
}

/** Equal weights are said once. */
function criteriaWords(criteria: Round['criteria']): string {
  const equal = criteria.every(({ weight }) => weight === criteria[0]?.weight)
  if (equal) return criteria.map(({ name }) => name).join('、') + (criteria.length > 1 ? '，各项权重相同' : '')
  return criteria.map(({ name, weight }) => `${name}（权重 ${weight}）`).join('、')
}
