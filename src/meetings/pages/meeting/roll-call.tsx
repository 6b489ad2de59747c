import { Text, View } from '@tarojs/components'
import { drawRollCall, rollCall } from '../../../../cloudfunctions/meetings/contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { useSubmit } from '../../../ui/use-submit'
import { CalledPerson } from './called-person'
import './roll-call.scss'

/** Three random names and everyone flagged, called out in the room: a code alone cannot stop someone from forwarding it. */
export function RollCall({ meetingId, onChanged }: { meetingId: string; onChanged: () => void }) {
  const query = useQuery(rollCall, { meetingId })
  const drawing = useSubmit(drawRollCall)
  const draw = async () => {
    if (await drawing.submit({ meetingId })) query.reload()
  }
  const answered = () => {
    query.reload()
    onChanged()
  }
  return (
    <Card title="点名">
      <Text className="roll-call__hint">从已签到的人中随机抽取三人，加上待核实的人，当场点名。</Text>
      <QueryView query={query} skeletonLines={2}>
        {({ called }) => (
          <>
            {called.map((each) => (
              <CalledPerson key={each.memberId} meetingId={meetingId} person={each} onAnswered={answered} />
            ))}
            {drawing.error && <Notice tone="warning">{drawing.error.message}</Notice>}
            <View>
              <Button busy={drawing.busy} onClick={() => void draw()}>
                {called.length ? '重新抽取' : '抽取点名'}
              </Button>
            </View>
          </>
        )}
      </QueryView>
    </Card>
  )
}
