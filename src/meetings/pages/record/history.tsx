import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { record } from '../../../../cloudfunctions/meetings/record-contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Sheet } from '../../../ui/sheet'
import { EmptyState, QueryView } from '../../../ui/states'
import { dayAndTime } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import type { MeetingRecord } from './content'
import './history.scss'
import { Written } from './written'

interface HistoryProps {
  meetingId: string
  history: MeetingRecord['history']
}

/** Who confirmed which version, and why it was changed; only one has nothing to tell. */
export function History({ meetingId, history }: HistoryProps) {
  const [opened, setOpened] = useState<number>()
  if (history.length < 2) return null
  return (
    <View className="record-history">
      <Card title="修改经过">
        {history.map(({ version, confirmedAt, confirmedBy, reason }, index) => (
          <View key={version} className="record-history__one">
            <View className="record-history__what">
              <Text className="record-history__version">{`第 ${version} 版 · ${reason ?? '首次确认'}`}</Text>
              <Text className="record-history__who">{`${confirmedBy} ${dayAndTime(confirmedAt)}`}</Text>
            </View>
            {index > 0 && (
              <Button small onClick={() => setOpened(version)}>
                查看
              </Button>
            )}
          </View>
        ))}
      </Card>
      <Sheet title={`第 ${opened} 版`} opened={opened !== undefined} onClose={() => setOpened(undefined)}>
        {opened !== undefined && <Version meetingId={meetingId} version={opened} />}
      </Sheet>
    </View>
  )
}

function Version({ meetingId, version }: { meetingId: string; version: number }) {
  const query = useQuery(record, { meetingId, version })
  return (
    <QueryView query={query}>
      {({ confirmed, motions }) => (confirmed ? <Written written={confirmed} motions={motions} /> : <EmptyState title="没有这一版" />)}
    </QueryView>
  )
}
