import { Card } from '../../../ui/card'
import { MotionLine } from '../../../ui/motion-line'
import type { MeetingRecord } from './content'

/** What was decided by vote, with its numbers: it comes from the voting and is not written by hand. */
export function Votes({ motions }: Pick<MeetingRecord, 'motions'>) {
  return (
    <Card title="表决">
      {motions.map((motion) => (
        <MotionLine key={motion.motionId} text={motion.text} state="closed" tally={motion} numbers={numbersOf(motion)} />
      ))}
    </Card>
  )
}

const numbersOf = ({ byHand, entitled, present, inFavour, against, abstained, notVoted }: MeetingRecord['motions'][number]) =>
  `${byHand ? '举手表决' : '记名表决'}：有表决权 ${entitled} 人，到会 ${present} 人；赞成 ${inFavour}，反对 ${against}，弃权 ${abstained}，未投 ${notVoted}`
