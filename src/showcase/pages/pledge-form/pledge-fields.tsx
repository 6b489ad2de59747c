import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pledgeCategories, pledgeCategoryNames } from '../../../../cloudfunctions/showcase/contract'
import { dueSoonDays } from '../../../../cloudfunctions/showcase/pledge-contract'
import { serverNow } from '../../../platform/server-clock'
import { dayOf } from '../../../ui/due-day'
import { Choice, Field, TextField } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { calendarDate } from '../../../ui/time'
import { examples } from './examples'
import type { Errors, Fields } from './fields'
import './pledge-fields.scss'

interface PledgeFieldsProps {
  fields: Fields
  change: (part: Partial<Fields>) => void
  errors: Errors
  /** Goes first. */
  children?: ReactNode
}

/** The words of a pledge; each hint is an example of its category. */
export function PledgeFields({ fields, change, errors, children }: PledgeFieldsProps) {
  const { category, text, measure, target, dueOn, year } = fields
  const example = examples[category ?? 'service']
  return (
    <View className="pledge-fields">
      {children}
      <Field label="类别" error={errors.of('category')}>
        <Choice
          options={pledgeCategories.map((value) => ({ value, text: pledgeCategoryNames[value] }))}
          value={category}
          onChange={(value) => change({ category: value })}
        />
      </Field>
      <TextField
        label="承诺什么"
        value={text}
        onChange={(value) => change({ text: value })}
        maxLength={300}
        lines={4}
        placeholder="写一件自己能做到、别人看得见的事"
        hint={`例如：${example.text}`}
        error={errors.of('text')}
      />
      <TextField
        label="怎么衡量"
        value={measure}
        onChange={(value) => change({ measure: value })}
        maxLength={100}
        placeholder="看什么能知道做到了"
        hint={`例如：${example.measure}`}
        error={errors.of('measure')}
      />
      <TextField
        label="目标"
        value={target}
        onChange={(value) => change({ target: value })}
        maxLength={60}
        placeholder="做到多少"
        hint={`例如：${example.target}`}
        error={errors.of('target')}
      />
      <PickerField
        label="完成日期"
        mode="date"
        value={dueOn}
        text={dayOf(dueOn, calendarDate(serverNow()))}
        onChange={(value) => change({ dueOn: value })}
        hint={`在 ${year} 年内；到期前 ${dueSoonDays} 天会在“今日”提醒您。`}
        error={errors.of('dueOn')}
      />
    </View>
  )
}
