import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import { meetingKindNames, type mine } from '../../cloudfunctions/meetings/contract'
import { go, pages } from '../platform/pages'
import { Card, Tag } from './card'
import './meeting-card.scss'
import { clockTime, dayAndTime, untilStart } from './time'

export type MeetingSummary = OutputOf<typeof mine>['upcoming'][number]

/** A meeting in a list: what, when, where, and my own place in it. */
export function MeetingCard({ meeting, now, unitShown = false }: { meeting: MeetingSummary; now: number; unitShown?: boolean }) {
  const { meetingId, unitName, kind, title, startsAt, place, state, recordedLater, expected, arrived } = meeting
  const until = state === 'scheduled' ? untilStart(startsAt, now) : undefined
  return (
    <Card onClick={() => go(pages.meeting(meetingId))}>
      <View className="meeting-card__head">
        <Text className="meeting-card__kind">{unitShown ? `${meetingKindNames[kind]} · ${unitName}` : meetingKindNames[kind]}</Text>
        <MyPlace meeting={meeting} />
      </View>
      <Text className="meeting-card__title">{title}</Text>
      <Text className="meeting-card__line">{`${dayAndTime(startsAt, now)} · ${place}`}</Text>
      {until && <Text className="meeting-card__until">{until}</Text>}
      {state === 'open' && <Text className="meeting-card__until">{`正在签到，已到 ${arrived} / 应到 ${expected}`}</Text>}
      {state === 'closed' && (
        <Text className="meeting-card__line">{`实到 ${arrived} / 应到 ${expected}${recordedLater ? ' · 补录' : ''}`}</Text>
      )}
    </Card>
  )
}

function MyPlace({ meeting: { mine, state } }: { meeting: MeetingSummary }) {
  if (state === 'cancelled') return <Tag>已取消</Tag>
  if (!mine) return null
  if (mine.state === 'present') return <Tag tone="success">{mine.at ? `${clockTime(mine.at)} 已签到` : '已到'}</Tag>
  if (mine.state === 'late') return <Tag tone="warning">迟到</Tag>
  if (mine.state === 'absent') return <Tag tone="warning">缺席</Tag>
  if (mine.state === 'excused' || mine.leave === 'granted') return <Tag>已请假</Tag>
  if (mine.leave === 'asked') return <Tag>请假待批</Tag>
  return state === 'open' ? <Tag tone="red">待签到</Tag> : null
}
