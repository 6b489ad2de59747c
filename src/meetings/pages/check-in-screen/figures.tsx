import { Text, View } from '@tarojs/components'
import type { Attendance } from '../../../platform/watching'
import './figures.scss'

/** 应到, 实到 and whether there are enough to decide. */
export function Figures({ attendance: { expected, present, late, excused, entitled, quorum } }: { attendance: Attendance }) {
  return (
    <View className="figures">
      <View className="figures__main" role="status">
        <Text className="figures__arrived">{present + late}</Text>
        <Text className="figures__expected">{`/ ${expected}`}</Text>
        <Text className="figures__label">实到 / 应到</Text>
      </View>
      <View className="figures__rest">
        {quorum.needed > 0 && (
          <Text className={`figures__quorum${quorum.met ? ' figures__quorum--met' : ''}`}>
            {quorum.met
              ? `已达到法定人数（${quorum.have} / ${quorum.needed}）`
              : `法定人数 ${quorum.needed}，还差 ${quorum.needed - quorum.have} 人`}
          </Text>
        )}
        <Text className="figures__detail">
          {[quorum.needed > 0 && `有表决权 ${entitled}`, late > 0 && `迟到 ${late}`, excused > 0 && `请假 ${excused}`]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </View>
    </View>
  )
}
