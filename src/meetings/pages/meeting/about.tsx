import { Text, View } from '@tarojs/components'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import { serverNow } from '../../../platform/server-clock'
import { Card, Fact, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { clockTime, dayAndTime, dayName, untilStart } from '../../../ui/time'
import { CalendarButton } from '../../components/calendar-button'
import { SeriesPlace } from '../../components/series-place'
import type { Meeting } from '../../meeting'
import { meetingStateNames } from '../../words'
import './about.scss'

const tones = { scheduled: 'plain', open: 'red', closed: 'plain', cancelled: 'warning' } as const

/** What, when, where, and what about. */
export function About({ meeting }: { meeting: Meeting }) {
  const {
    meetingId,
    kind,
    title,
    unitName,
    startsAt,
    durationMinutes,
    place,
    agenda,
    state,
    cancelReason,
    recordedLaterBy,
    seriesId,
    mine,
  } = meeting
  const now = serverNow()
  const until = state === 'scheduled' ? untilStart(startsAt, now) : undefined
  const end = Date.parse(startsAt) + durationMinutes * 60_000
  return (
    <>
      {state === 'cancelled' && <Notice tone="warning">{`会议已取消：${cancelReason ?? '没有写明原因'}`}</Notice>}
      <Card>
        <View className="about__head">
          <Text className="about__kind">{meetingKindNames[kind]}</Text>
          <Tag tone={tones[state]}>{until ?? meetingStateNames[state]}</Tag>
        </View>
        <Text className="about__title">{title}</Text>
        <Fact label="时间">{`${dayAndTime(startsAt, now)} – ${clockTime(end)}`}</Fact>
        <Fact label="地点">{place}</Fact>
        <Fact label="召开">{unitName}</Fact>
        {seriesId && <SeriesPlace meetingId={meetingId} />}
        {recordedLaterBy && <Fact label="补录">{`${recordedLaterBy.name} ${dayName(recordedLaterBy.at, now)}登记`}</Fact>}
        <View className="about__agenda">
          <Text className="about__label">议程</Text>
          <Text className={agenda ? 'about__text' : 'about__text about__text--none'}>{agenda || '还没有填写'}</Text>
        </View>
        {mine && state === 'scheduled' && <CalendarButton meeting={meeting} />}
      </Card>
    </>
  )
}
