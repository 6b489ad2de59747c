import { type Template, templates } from '../../../../cloudfunctions/reviews/contract'
import { Card, Fact } from '../../../ui/card'
import { Choice, Field, TextField } from '../../../ui/field'
import type { Unit } from '../../round-units'
import { templateNames } from '../../words'
import type { Draft } from './draft'
import type { Errors } from './use-errors'

interface AboutFieldsProps {
  draft: Draft
  title: string
  change: (part: Partial<Draft>) => void
  errors: Errors
  /** To choose from; none where unit and kind are settled. */
  units: readonly Unit[]
}

const what: Record<Template, string> = {
  review: '每季度一次，支部党员互相评，也可以请群众评。',
  appraisal: '每年一次，自评、互评、群众评、组织评合在一起，按得分评定等次，优秀不超过三分之一。',
  fusion: '每年一次，各支部的人评自己支部党建和业务融合得怎么样。',
}

/** Whose round it is, of which kind, and what it is called. */
export function AboutFields({ draft: { unitId, template }, title, change, errors, units }: AboutFieldsProps) {
  return (
    <Card title="评什么">
      {units.length > 1 && (
        <Field label="由谁组织" error={errors.of('unitId')} hint="选上级组织，下面各支部各评各的。">
          <Choice
            options={units.map(({ id, name }) => ({ value: id, text: name }))}
            value={unitId}
            onChange={(chosen) => change({ unitId: chosen })}
          />
        </Field>
      )}
      {units.length === 0 ? (
        <Fact label="类型">{templateNames[template]}</Fact>
      ) : (
        <Field label="类型" hint={what[template]} error={errors.of('template')}>
          <Choice
            options={templates.map((value) => ({ value, text: templateNames[value] }))}
            value={template}
            onChange={(chosen) => change({ template: chosen })}
          />
        </Field>
      )}
      <TextField label="名称" value={title} onChange={(text) => change({ title: text })} maxLength={60} error={errors.of('title')} />
    </Card>
  )
}
