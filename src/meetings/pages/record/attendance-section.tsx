import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import type { Attendee, Attendees } from './content'
import './attendance-section.scss'

const arrived = ({ state }: Attendee) => state === 'present' || state === 'late'

const howArrived = ({ state, remote }: Attendee) => (remote ? '远程' : state === 'late' ? '迟到' : undefined)

/** So many names are shown at once. */
const first = 60

interface AttendanceSectionProps {
  attendance: Attendees
  /** Whoever writes needs to see who was away; the many who were there are a tap away. */
  brief: boolean
}

/** 出席, 列席 and 缺席 with the reasons, as a paper record has them. */
export function AttendanceSection({ attendance, brief }: AttendanceSectionProps) {
  const { expected, entitled, arrived: here, quorum, people } = attendance
  const [whole, setWhole] = useState(false)
  const counted = people.filter((person) => person.counted)
  const there = counted.filter(arrived)
  const guests = people.filter((person) => !person.counted && arrived(person))
  const away = counted.filter((person) => !arrived(person))
  const figures = [`应到 ${expected} 人`, `实到 ${here} 人`, quorum.needed > 0 && `有表决权 ${entitled} 人`].filter(Boolean)
  return (
    <Card title="出席情况">
      <Text className="record-attendance__figures">{figures.join('，')}</Text>
      {quorum.needed > 0 && (
        <Text className={`record-attendance__quorum${quorum.met ? ' record-attendance__quorum--met' : ''}`}>
          {`${quorum.met ? '已' : '未'}达到法定人数（有表决权的到会 ${quorum.have} 人，须 ${quorum.needed} 人）`}
        </Text>
      )}
      {brief && !whole ? (
        <View className="record-attendance__there">
          <Text className="record-attendance__title">
            {[`出席 ${there.length} 人`, guests.length > 0 && `列席 ${guests.length} 人`].filter(Boolean).join('，')}
          </Text>
          <Button small onClick={() => setWhole(true)}>
            显示名单
          </Button>
        </View>
      ) : (
        <>
          <Names title="出席" people={there} note={howArrived} />
          <Names title="列席" people={guests} note={howArrived} />
        </>
      )}
      <Names title="请假" people={away.filter(({ state }) => state === 'excused')} note={({ reason }) => reason ?? undefined} />
      <Names title="缺席" people={away.filter(({ state }) => state === 'absent')} note={({ reason }) => reason ?? undefined} />
      <Names title="未签到" people={away.filter(({ state }) => state === 'expected')} />
    </Card>
  )
}

interface NamesProps {
  title: string
  people: readonly Attendee[]
  note?: (person: Attendee) => string | undefined
}

function Names({ title, people, note }: NamesProps) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? people : people.slice(0, first)
  if (people.length === 0) return null
  return (
    <View className="record-attendance__group">
      <Text className="record-attendance__title">{`${title} ${people.length} 人`}</Text>
      <View className="record-attendance__names">
        {shown.map((person) => {
          const word = note?.(person)
          return (
            <View key={person.memberId} className="record-attendance__one">
              <Text>{word ? `${person.name}（${word}）` : person.name}</Text>
              {person.corrected && <Tag tone="warning">更正</Tag>}
            </View>
          )
        })}
      </View>
      {shown.length < people.length && <Button small onClick={() => setWhole(true)}>{`显示全部 ${people.length} 人`}</Button>}
    </View>
  )
}
