import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice, Field, TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { RestoredNotice } from '../../../ui/restored-notice'
import { Suggestions } from '../../../ui/suggestions'
import { dayName, momentOf } from '../../../ui/time'
import type { Draft } from './draft'
import './meeting-fields.scss'
import type { Errors } from './use-errors'

interface MeetingFieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  /** It was typed earlier and not sent. */
  restored: boolean
  forget: () => void
  errors: Errors
  busy: boolean
  action: string
  /** About the day. */
  hint?: string
  onSubmit: () => void
  children?: ReactNode
  /** Goes last, after the agenda. */
  further?: ReactNode
  /** Stands below the time. */
  repetition?: ReactNode
}

/** What both a new meeting and a changed one are made of; `children` go first. */
export function MeetingFields({ children, repetition, further, ...props }: MeetingFieldsProps) {
  const { draft, change, restored, forget, errors, busy, action, hint, onSubmit } = props
  const { title, date, time, durationMinutes, place, agenda } = draft
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <Card>
        <View className="meeting-fields">
          {children}
          <View className="meeting-fields__titled">
            <TextField
              label="会议名称"
              value={title}
              onChange={(text) => change({ title: text })}
              maxLength={80}
              error={errors.of('title')}
            />
            <Suggestions texts={titlesFor(draft)} onChoose={(text) => change({ title: text })} />
          </View>
          <View className="meeting-fields__when">
            <PickerField
              label="日期"
              mode="date"
              value={date}
              text={dayName(momentOf(date, time), serverNow())}
              onChange={(value) => change({ date: value })}
              error={errors.of('startsAt')}
              {...(hint && { hint })}
            />
            <PickerField label="开始时间" mode="time" value={time} text={time} onChange={(value) => change({ time: value })} />
          </View>
          {repetition}
          <Field label="时长" error={errors.of('durationMinutes')}>
            <Choice
              options={lengths(durationMinutes).map((minutes) => ({ value: `${minutes}`, text: `${minutes} 分钟` }))}
              value={`${durationMinutes}`}
              onChange={(value) => change({ durationMinutes: Number(value) })}
            />
          </Field>
          <TextField
            label="地点"
            value={place}
            onChange={(text) => change({ place: text })}
            maxLength={80}
            placeholder="例如：三楼会议室"
            error={errors.of('place')}
          />
          <TextField
            label="议程（可不填）"
            value={agenda}
            onChange={(text) => change({ agenda: text })}
            maxLength={4000}
            lines={6}
            placeholder="每行一项"
            error={errors.of('agenda')}
          />
          {further}
        </View>
      </Card>
      {errors.rest && <Notice tone="warning">{errors.rest}</Notice>}
      <Button kind="main" busy={busy} onClick={onSubmit}>
        {action}
      </Button>
    </>
  )
}

/** 11月主题党日: what most of them are called, until something is typed. */
function titlesFor({ kind, title, date }: Draft): string[] {
  return kind && !title ? [`${Number(date.slice(5, 7))}月${meetingKindNames[kind]}`] : []
}

/** The usual lengths in minutes, and the meeting's own where it is another. */
const lengths = (own: number) => [...new Set([30, 60, 90, 120, own])].sort((a, b) => a - b)
