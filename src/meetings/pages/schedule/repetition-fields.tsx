import { Text, View } from '@tarojs/components'
import { repetitionSteps } from '../../../../cloudfunctions/meetings/series-contract'
import { serverNow } from '../../../platform/server-clock'
import { Choice, Field } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { dayName, momentOf } from '../../../ui/time'
import type { Draft } from './draft'
import { counts, datesOf, stepNames } from './repetition-of'
import './repetition-fields.scss'
import type { Errors } from './use-errors'

interface RepetitionFieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: Errors
}

/** Whether it repeats, until when, and which days that makes. */
export function RepetitionFields({ draft, change, errors }: RepetitionFieldsProps) {
  const { date, every, ends, count, until } = draft
  const names = stepNames(date)
  return (
    <>
      <Field label="重复">
        <Choice
          options={(['never', ...repetitionSteps] as const).map((value) => ({ value, text: names[value] }))}
          value={every}
          onChange={(value) => change({ every: value })}
        />
      </Field>
      {every !== 'never' && (
        <>
          <Field label="到什么时候" error={errors.of('repetition')}>
            <Choice
              options={[...counts.map((each) => ({ value: `${each}`, text: `共 ${each} 次` })), { value: 'until', text: '到某一天' }]}
              value={ends === 'until' ? 'until' : `${count}`}
              onChange={(value) => change(value === 'until' ? { ends: 'until' } : { ends: 'count', count: Number(value) })}
            />
          </Field>
          {ends === 'until' && (
            <PickerField
              label="最后一天"
              mode="date"
              value={until}
              text={dayName(momentOf(until, '12:00'), serverNow())}
              onChange={(value) => change({ until: value })}
            />
          )}
          <Preview dates={datesOf(draft)} draft={draft} />
        </>
      )}
    </>
  )
}

function Preview({ dates, draft: { every, ends, count } }: { dates: Date[]; draft: Draft }) {
  const cut = ends === 'count' && dates.length < count
  const moved = every === 'month-day' && dates.some((date) => dayOf(date) !== dayOf(dates[0] ?? date))
  return (
    <View className="repetition-fields__preview" aria-label="将安排的日期">
      <Text className="repetition-fields__count">{`将安排 ${dates.length} 次会议${cut ? '（最多安排到一年后）' : ''}：`}</Text>
      <View className="repetition-fields__dates">
        {dates.map((date) => (
          <Text key={date.getTime()} className="repetition-fields__date">
            {dayName(date.getTime(), serverNow())}
          </Text>
        ))}
      </View>
      {moved && <Text className="repetition-fields__hint">没有这一天的月份，在当月最后一天召开。</Text>}
    </View>
  )
}

const dayOf = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).getUTCDate()
