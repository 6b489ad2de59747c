import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { EvidenceField } from '../../../ui/evidence-field'
import { Choice, Field, TextField } from '../../../ui/field'
import { yearAndQuarter } from '../../../ui/quarter-words'
import { Suggestions } from '../../../ui/suggestions'
import type { Evidence } from '../../../ui/use-evidence'
import './entry-fields.scss'
import { type Choices, type Fields, whenOf } from './fields'
import { SubjectChoice } from './subject-choice'

interface EntryFieldsProps {
  fields: Fields
  change: (part: Partial<Fields>) => void
  /** By the field they stand under. */
  errors: Record<string, string | undefined>
  quarters: Choices['quarters']
  subjects: Choices['subjects']
  evidence: Evidence
}

const usualUnits = ['件', '次', '人次', '户', '家', '万元', '小时']

export function EntryFields({ fields, change, errors, quarters, subjects, evidence }: EntryFieldsProps) {
  const { when, about, text, value, unit } = fields
  return (
    <>
      <Card>
        <View className="entry-fields">
          <Field label="哪个季度" error={errors.quarter}>
            <Choice options={quarterOptions(quarters, when)} value={when} onChange={(chosen) => change({ when: chosen })} />
          </Field>
          <Field label="对应哪项承诺或项目" error={errors.about}>
            <SubjectChoice subjects={subjects} value={about} onChange={(key) => change({ about: key })} />
          </Field>
          <TextField
            label="做成了什么"
            value={text}
            onChange={(words) => change({ text: words })}
            maxLength={500}
            lines={5}
            placeholder="例如：走访企业 12 家，帮助解决用工、贷款问题 7 个"
            error={errors.text}
          />
        </View>
      </Card>
      <Card>
        <View className="entry-fields">
          <TextField
            label="数字（可不填）"
            value={value}
            onChange={(typed) => change({ value: typed })}
            maxLength={20}
            placeholder="例如 12 或 3.5"
            hint="同一个单位的数字会逐季加起来，显示在趋势图里。"
            error={errors.value ?? errors.figure}
          />
          <TextField
            label="单位"
            value={unit}
            onChange={(typed) => change({ unit: typed })}
            maxLength={10}
            placeholder="例如 家"
            error={errors.unit}
          />
          <Suggestions texts={usualUnits} onChoose={(chosen) => change({ unit: chosen })} />
        </View>
      </Card>
      <Card>
        <EvidenceField evidence={evidence} hint="照片、文件或链接；支部核实后，大家都能看到。" error={errors.evidence} />
      </Card>
    </>
  )
}

/** Those that have begun, and the one of a draft that is older than they. */
function quarterOptions(quarters: Choices['quarters'], when: string) {
  const options = quarters.map((quarter) => ({ value: whenOf(quarter), text: yearAndQuarter(quarter) }))
  const [year = 0, quarter = 0] = when.split('/').map(Number)
  return options.some(({ value }) => value === when) || !year
    ? options
    : [...options, { value: when, text: yearAndQuarter({ year, quarter }) }]
}
