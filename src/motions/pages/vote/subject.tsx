import { Text, View } from '@tarojs/components'
import { motionKindNames } from '../../../../cloudfunctions/motions/contract'
import { Card } from '../../../ui/card'
import { MotionTag } from '../../../ui/motion-tag'
import { Tally } from '../../../ui/tally'
import { Corrections } from '../../components/corrections'
import type { Motion } from '../../motion'
import './subject.scss'

/** What is decided, how it stands, and what came of it. */
export function Subject({ motion: { text, kind, state, tally, corrections } }: { motion: Motion }) {
  return (
    <Card>
      <View className="subject__head">
        <Text className="subject__kind">{motionKindNames[kind]}</Text>
        <MotionTag state={state} tally={tally} />
      </View>
      <Text className="subject__text">{text}</Text>
      {state === 'closed' && tally && (
        <Text className={`subject__result${tally.passed ? ' subject__result--passed' : ''}`}>
          {tally.passed ? '表决通过' : '表决未通过'}
        </Text>
      )}
      {tally && <Tally tally={tally} large />}
      {state === 'voting' && kind === 'open' && <Text className="subject__how">请在手机上打开这次会议，进入表决</Text>}
      <Corrections corrections={corrections} />
    </Card>
  )
}
