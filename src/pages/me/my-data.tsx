import { Text, View } from '@tarojs/components'
import { exportMyData } from '../../../cloudfunctions/organisation/contract'
import { say } from '../../platform/notice'
import { saveText, saveTextLabel } from '../../platform/save-text'
import { Button } from '../../ui/button'
import { QueryView } from '../../ui/states'
import { calendarDate } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import './my-data.scss'
import { sectionsOf } from './my-data-sections'

/** Everything kept about me: to read here, and whole to take along (个人信息保护法 第四十五条). */
export function MyData() {
  const answer = useQuery(exportMyData, {})
  return (
    <QueryView query={answer} skeletonLines={5}>
      {({ exportedAt, data }) => {
        const save = async () => {
          const saved = await saveText(`我的信息-${calendarDate(exportedAt)}.json`, JSON.stringify({ exportedAt, data }, null, 2))
          say(saved ?? '没有保存成功，请稍后再试')
        }
        return (
          <View className="my-data">
            {sectionsOf(data).map(({ title, lines, count }) => (
              <View key={title} className="my-data__section">
                <Text className="my-data__title">{title}</Text>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and they never move
                  <Text key={index} className="my-data__line">
                    {line}
                  </Text>
                ))}
                {count > lines.length && (
                  <Text className="my-data__more">{lines.length ? `共 ${count} 条，全部内容在导出的文件中` : `${count} 条`}</Text>
                )}
              </View>
            ))}
            <Button onClick={() => void save()}>{saveTextLabel}</Button>
          </View>
        )
      }}
    </QueryView>
  )
}
