import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { actionWords } from '../../../../cloudfunctions/organisation/action-words'
import { auditTrail } from '../../../../cloudfunctions/organisation/contract'
import { Button } from '../../../ui/button'
import { EmptyState, QueryView } from '../../../ui/states'
import { dayAndTime } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { detailLines } from '../../detail-lines'
import './entries.scss'

interface EntriesProps {
  /** Empty: everyone. */
  person: string
  action: string | undefined
  unitNames: ReadonlyMap<string, string>
}

/** Latest first, 50 at a time. */
export function Entries(props: EntriesProps) {
  const [befores, setBefores] = useState<(string | undefined)[]>([undefined])
  return befores.map((before, index) => (
    <Stretch
      key={before ?? 'first'}
      {...props}
      before={before}
      isLast={index === befores.length - 1}
      onMore={(next) => setBefores([...befores, next])}
    />
  ))
}

interface StretchProps extends EntriesProps {
  before: string | undefined
  isLast: boolean
  onMore: (before: string) => void
}

function Stretch({ person, action, unitNames, before, isLast, onMore }: StretchProps) {
  const query = useQuery(auditTrail, { ...(before && { before }), ...(person && { person }), ...(action && { action }) })
  return (
    <QueryView query={query} skeletonLines={8}>
      {({ entries, more }) => {
        const last = entries.at(-1)
        if (!last)
          return before ? null : person || action ? (
            <EmptyState title="没有找到" hint="换一个姓名或操作再试。" />
          ) : (
            <EmptyState title="还没有变更" hint="有人添加、修改或登记时，会记录在这里。" />
          )
        return (
          <View className="entries">
            {entries.map(({ id, at, actorName, action: name, subjectName, personName, detail }) => (
              <View key={id} className="entries__one">
                <View className="entries__head">
                  <Text className="entries__action">{actionWords[name] ?? name}</Text>
                  <Text className="entries__at">{dayAndTime(at)}</Text>
                </View>
                <Text className="entries__who">
                  {[actorName ?? '系统', [subjectName, personName].filter((each) => each && each !== actorName).join(' · ')]
                    .filter(Boolean)
                    .join(' → ')}
                </Text>
                {detailLines(detail, unitNames).map((line) => (
                  <Text key={line} className="entries__line">
                    {line}
                  </Text>
                ))}
              </View>
            ))}
            {isLast && more && <Button onClick={() => onMore(last.id)}>加载更多</Button>}
            {isLast && !more && <Text className="entries__end">没有更早的记录了</Text>}
          </View>
        )
      }}
    </QueryView>
  )
}
