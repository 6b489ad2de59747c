import { Tag } from '../../ui/card'
import { type PledgeSummary, pledgeMarks } from '../pledge-words'

/** How a pledge stands, in tags. */
export const PledgeMarks = ({ pledge }: { pledge: Pick<PledgeSummary, 'state' | 'version' | 'waiting' | 'returned'> }) => (
  <>
    {pledgeMarks(pledge).map(({ text, tone }) => (
      <Tag key={text} tone={tone}>
        {text}
      </Tag>
    ))}
  </>
)
