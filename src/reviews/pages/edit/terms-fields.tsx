import { serverNow } from '../../../platform/server-clock'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { dayName, momentOf } from '../../../ui/time'
import { Toggle } from '../../../ui/toggle'
import { type Draft, ratersOf } from './draft'
import { RaterFields } from './rater-fields'
import type { Errors } from './use-errors'

interface TermsFieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: Errors
}

/** Who rates, until when, and what is kept back so that nobody is known by their ballot. */
export function TermsFields({ draft, change, errors }: TermsFieldsProps) {
  const { minimumBallots, comments, date, time } = draft
  return (
    <Card title="怎么评">
      <RaterFields raters={ratersOf(draft)} onChange={(parts) => change({ raters: parts })} error={errors.of('raters')} />
      <TextField
        label="票数下限"
        value={minimumBallots}
        onChange={(text) => change({ minimumBallots: text })}
        maxLength={3}
        digits
        hint="少于这么多票，只公布票数，不公布分数：票太少，能猜出谁打了几分。"
        error={errors.of('minimumBallots')}
      />
      <Toggle
        label="收评语"
        hint="默认不收：文风可能让人认出是谁写的。收的评语在结束后按随机次序公布。"
        on={comments}
        onChange={(on) => change({ comments: on })}
      />
      <PickerField
        label="截止日期"
        mode="date"
        value={date}
        text={dayName(momentOf(date, time), serverNow())}
        onChange={(value) => change({ date: value })}
        error={errors.of('closesAt')}
      />
      <PickerField
        label="截止时间"
        mode="time"
        value={time}
        text={time}
        onChange={(value) => change({ time: value })}
        hint="开始以后可以延长，不能提前。"
      />
    </Card>
  )
}
