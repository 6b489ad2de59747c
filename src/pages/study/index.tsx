import { Text, View } from '@tarojs/components'
import { mine, minutesAnHour } from '../../../cloudfunctions/study/contract'
import { go, pages } from '../../platform/pages'
import { session } from '../../platform/session'
import { Card, Tag } from '../../ui/card'
import { LinkRow, LinkRows } from '../../ui/link-row'
import { ProgressBar } from '../../ui/progress-bar'
import { Screen } from '../../ui/screen'
import { EmptyState, QueryView } from '../../ui/states'
import { materialWords } from '../../ui/study-words'
import { dayName } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import './index.scss'

/** Answers: what do I study, by when, and how far is my year? */
export default function StudyPage() {
  const me = session.use()?.me
  const query = useQuery(mine, me && {}, { keep: true })
  return (
    <Screen title="学习" tab>
      <QueryView query={query} skeletonLines={6}>
        {({ now, year, minutes, hoursWanted, open, done }) => {
          const at = Date.parse(now)
          return (
            <View className="study">
              <Card title={`${year} 年学时`}>
                <ProgressBar label="学时" percent={Math.min(100, Math.floor((minutes * 100) / (hoursWanted * minutesAnHour)))} />
                <Text className="study__hint">{`已学 ${Math.floor((minutes * 10) / minutesAnHour) / 10} 学时，全年 ${hoursWanted} 学时，每学时 ${minutesAnHour} 分钟`}</Text>
              </Card>
              {open.length === 0 && (
                <EmptyState title="没有待完成的学习" hint="支部或上级党委发布学习任务后，会显示在这里，按截止日期排列。" />
              )}
              {open.length > 0 && (
                <LinkRows>
                  {open.map((task) => (
                    <LinkRow
                      key={task.taskId}
                      title={task.title}
                      hint={`${materialWords[task.kind]} · ${task.unitName} · ${dayName(task.dueAt, at)}截止`}
                      extra={Date.parse(task.dueAt) < at ? <Tag tone="warning">已过期限</Tag> : null}
                      onClick={() => go(pages.studyTask(task.taskId))}
                    />
                  ))}
                </LinkRows>
              )}
              {done.length > 0 && (
                <>
                  <Text className="study__heading">已完成</Text>
                  <LinkRows>
                    {done.map((task) => (
                      <LinkRow
                        key={task.taskId}
                        title={task.title}
                        hint={`${materialWords[task.kind]}${task.doneAt ? ` · ${dayName(task.doneAt, at)}完成` : ''}`}
                        onClick={() => go(pages.studyTask(task.taskId))}
                      />
                    ))}
                  </LinkRows>
                </>
              )}
            </View>
          )
        }}
      </QueryView>
    </Screen>
  )
}
