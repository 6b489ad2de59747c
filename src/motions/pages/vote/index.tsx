import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { keepAwake } from '../../../platform/projector'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useMotions } from '../../use-motions'
import { Ballot } from './ballot'
import { Close } from './close'
import './index.scss'
import { Subject } from './subject'

/** Answers: what do I vote on, and how does it stand? On a wide screen it is the room's. */
export default function VotePage() {
  const { meetingId = '', motionId = '' } = useRouter().params
  const query = useMotions(meetingId)
  useEffect(keepAwake, [])

  return (
    <Screen title={query.data?.meetingTitle ?? '表决'} wide>
      <QueryView query={query} skeletonLines={6}>
        {(data) => {
          const motion = data.motions.find((each) => each.motionId === motionId)
          if (!motion) return <EmptyState title="没有找到这项表决" hint="请回到会议页，从表决事项进入。" />
          return (
            <View className="vote-page">
              <View className="vote-page__subject">
                <Subject motion={motion} />
              </View>
              <View className="vote-page__hand">
                <Ballot motion={motion} mine={data.mine} onVoted={query.reload} />
                {data.canManage && motion.state === 'voting' && <Close motion={motion} onClosed={query.reload} />}
              </View>
            </View>
          )
        }}
      </QueryView>
    </Screen>
  )
}
