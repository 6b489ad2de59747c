import { Text, View } from '@tarojs/components'
import { EmptyState } from '../../ui/states'
import './duty-list.scss'

interface DutyListProps {
  duties: readonly { text: string; tasks: readonly string[] }[]
}

/** 岗位职责, each with its tasks. */
export function DutyList({ duties }: DutyListProps) {
  if (!duties.length) return <EmptyState title="还没有岗位职责" hint="由支部设置，设置后显示职责和任务清单。" />
  return (
    <View className="duty-list">
      {duties.map(({ text, tasks }, index) => (
        <View key={text} className="duty-list__duty">
          <Text className="duty-list__text">{`${index + 1}. ${text}`}</Text>
          {tasks.map((task) => (
            <Text key={task} className="duty-list__task">
              {task}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}
