import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { leftEarly } from '../../left-early'
import type { Attendance } from '../../meeting'
import './attendance-figures.scss'

/** 应到, 实到 and the rest, and whether there are enough to decide (支部工作条例 第十一条). */
export function AttendanceFigures({ attendance }: { attendance: Attendance }) {
  const { expected, entitled, present, late, excused, absent, invited, quorum, meetingState } = attendance
  const begun = meetingState === 'open' || meetingState === 'closed'
  const early = attendance.people.filter((person) => leftEarly(person, attendance)).length
  const missing = expected - present - late - excused - absent
  return (
    <Card>
      <View className="attendance-figures">
        <Figure name="应到" value={expected} />
        {begun && <Figure name="实到" value={present + late} main note={late ? `含迟到 ${late}` : ''} />}
        <Figure name="请假" value={excused} />
        {meetingState === 'open' && <Figure name="未签到" value={missing} />}
        {begun && (meetingState === 'closed' || absent > 0) && <Figure name="缺席" value={absent} />}
        {early > 0 && <Figure name="未签退" value={early} />}
        {quorum.needed > 0 && <Figure name="有表决权" value={entitled} />}
        {invited > 0 && <Figure name="列席" value={invited} />}
      </View>
      {quorum.needed > 0 && begun && (
        <View className={`attendance-figures__quorum${quorum.met ? ' attendance-figures__quorum--met' : ''}`} role="status">
          {`${quorum.met ? '已' : '未'}达到法定人数（有表决权的到会 ${quorum.have} 人，须 ${quorum.needed} 人）`}
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
