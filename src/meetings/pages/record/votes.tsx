import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { MotionTag } from '../../../ui/motion-tag'
import type { MeetingRecord } from './content'
import './votes.scss'

/** What was decided by vote, with its numbers: it comes from the voting and is not written by hand. */
export function Votes({ motions }: Pick<MeetingRecord, 'motions'>) {
  return (
    <Card title="表决">
      {motions.map((motion) => (
        <View key={motion.motionId} className="record-votes">
          <View className="record-votes__head">
            <Text className="record-votes__text">{motion.text}</Text>
            <MotionTag state="closed" tally={motion} />
          </View>
          <Text className="record-votes__numbers">{numbersOf(motion)}</Text>
        </View>
      ))}
    </Card>
  )
}

const numbersOf = ({ byHand, entitled, present, inFavour, against, abstained, notVoted }: MeetingRecord['motions'][number]) =>
  `${byHand ? '举手表决' : '记名表决'}：有表决权 ${entitled} 人，到会 ${present} 人；赞成 ${inFavour}，反对 ${against}，弃权 ${abstained}，未投 ${notVoted}`
