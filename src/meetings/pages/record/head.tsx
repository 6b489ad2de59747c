import { Text, View } from '@tarojs/components'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import { serverNow } from '../../../platform/server-clock'
import { Card, Fact, Tag } from '../../../ui/card'
import { clockTime, dayAndTime, dayName } from '../../../ui/time'
import type { MeetingRecord } from './content'
import './head.scss'

const states = {
  confirmed: { text: '已确认', tone: 'success' },
  draft: { text: '草稿', tone: 'plain' },
  revision: { text: '正在修改', tone: 'plain' },
} as const

/** Which meeting it is about, and how far the record has come; `brief` leaves out what whoever writes has before them. */
export function Head({ record, brief }: { record: MeetingRecord; brief: boolean }) {
  const { kind, title, unitName, place, startsAt, durationMinutes, agenda, recordedLaterBy, draft, confirmed } = record
  const now = serverNow()
  const end = Date.parse(startsAt) + durationMinutes * 60_000
  const state = draft ? states[confirmed ? 'revision' : 'draft'] : confirmed ? states.confirmed : undefined
  return (
    <Card>
      <View className="record-head">
        <Text className="record-head__kind">{meetingKindNames[kind]}</Text>
        {state && <Tag tone={state.tone}>{state.text}</Tag>}
      </View>
      <Text className="record-head__title">{title}</Text>
      <Fact label="时间">{`${dayAndTime(startsAt, now)} – ${clockTime(end)}`}</Fact>
      <Fact label="地点">{place}</Fact>
      <Fact label="召开">{unitName}</Fact>
      {agenda && !brief && (
        <Fact label="议程">
          <Text className="record-head__agenda">{agenda}</Text>
        </Fact>
      )}
      {recordedLaterBy && <Fact label="补录">{`${recordedLaterBy.name} ${dayName(recordedLaterBy.at, now)}登记`}</Fact>}
    </Card>
  )
}
