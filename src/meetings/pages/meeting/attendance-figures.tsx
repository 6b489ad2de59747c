import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import type { Attendance } from '../../meeting'
import './attendance-figures.scss'

/** 应到, 实到 and the rest, and whether there are enough to decide (支部工作条例 第十一条). */
export function AttendanceFigures({ attendance }: { attendance: Attendance }) {
  const { expected, entitled, present, late, excused, absent, invited, quorum, meetingState } = attendance
  const missing = expected - present - late - excused - absent
  return (
    <Card>
      <View className="attendance-figures">
        <Figure name="应到" value={expected} />
        <Figure name="实到" value={present + late} main note={late ? `含迟到 ${late}` : ''} />
        <Figure name="请假" value={excused} />
        {meetingState === 'closed' ? (
          <Figure name="缺席" value={absent} />
        ) : (
          <Figure name="未签到" value={missing} note={absent ? `缺席 ${absent}` : ''} />
        )}
        {quorum.needed > 0 && <Figure name="有表决权" value={entitled} />}
        {invited > 0 && <Figure name="列席" value={invited} />}
      </View>
      {quorum.needed > 0 && meetingState !== 'cancelled' && (
        <View className={`attendance-figures__quorum${quorum.met ? ' attendance-figures__quorum--met' : ''}`} role="status">
          {quorumWords(quorum)}
        </View>
      )}
    </Card>
  )
}

function Figure({ name, value, main = false, note = '' }: { name: string; value: number; main?: boolean; note?: string }) {
  return (
    <View className="attendance-figures__one" aria-label={`${name} ${value} 人`}>
      <Text className={`attendance-figures__value${main ? ' attendance-figures__value--main' : ''}`}>{value}</Text>
      <Text className="attendance-figures__name">{name}</Text>
      {note && <Text className="attendance-figures__note">{note}</Text>}
    </View>
  )
}

function quorumWords({ needed, have, met }: Attendance['quorum']): string {
  const how = `有表决权的到会 ${have} 人，须 ${needed} 人`
  return met ? `已达到法定人数（${how}）` : `未达到法定人数（${how}）`
}
