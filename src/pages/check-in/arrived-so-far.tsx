import { Text, View } from '@tarojs/components'
import { meeting } from '../../../cloudfunctions/meetings/contract'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { useQuery } from '../../ui/use-query'
import './arrived-so-far.scss'

/** How full the room is, once the person knows that they are in. */
export function ArrivedSoFar({ meetingId }: { meetingId: string }) {
  const { data } = useQuery(meeting, { meetingId })
  return (
    <>
      <View className="arrived-so-far">{data && <Text>{`应到 ${data.expected} 人，已到 ${data.arrived} 人`}</Text>}</View>
      <Button kind="main" onClick={() => go(pages.meeting(meetingId))}>
        查看会议
      </Button>
    </>
  )
}
