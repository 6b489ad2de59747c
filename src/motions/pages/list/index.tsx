import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import type { Motion, Motions } from '../../motion'
import { useMotions } from '../../use-motions'
import { Admissions } from './admissions'
import './index.scss'
import { MotionCard } from './motion-card'
import { PutSheet } from './put-sheet'
import { Quorum } from './quorum'

/** The one main action: the vote under way, else the motion whose turn it is. */
function nextOf({ motions, canManage, meetingState }: Motions): Motion | undefined {
  const voting = motions.find(({ state }) => state === 'voting')
  return voting ?? (canManage && meetingState === 'open' ? motions.find(({ state }) => state === 'put') : undefined)
}

/** Answers: what does this meeting decide, and what has it decided? */
export default function MotionsPage() {
  const { meetingId = '' } = useRouter().params
  const query = useMotions(meetingId)
  const [putting, setPutting] = useState(false)
  const { canManage = false, meetingState } = query.data ?? {}
  const mayPut = canManage && (meetingState === 'scheduled' || meetingState === 'open')
  const next = query.data && nextOf(query.data)
  const put = (
    <Button kind={next ? 'plain' : 'main'} onClick={() => setPutting(true)}>
      提出表决事项
    </Button>
  )

  return (
    <Screen title="表决" wide {...(mayPut && { footer: put })}>
      <QueryView query={query} skeletonLines={6}>
        {(data) => (
          <View className="motions-page">
            <View className="motions-page__column">
              <Quorum motions={data} />
              {data.motions.length === 0 && (
                <EmptyState title="还没有表决事项" hint="会议的组织者提出后，会显示在这里；开始表决时，在这里投票、看结果。" />
              )}
              {data.motions.map((motion) => (
                <MotionCard
                  key={motion.motionId}
                  meetingId={meetingId}
                  motions={data}
                  motion={motion}
                  next={motion === next}
                  onChanged={query.reload}
                />
              ))}
            </View>
            {canManage && data.meetingState === 'open' && (
              <View className="motions-page__column">
                <Admissions meetingId={meetingId} onChanged={query.reload} />
              </View>
            )}
          </View>
        )}
      </QueryView>
      <PutSheet meetingId={meetingId} opened={putting} onClose={() => setPutting(false)} onPut={query.reload} />
    </Screen>
  )
}
