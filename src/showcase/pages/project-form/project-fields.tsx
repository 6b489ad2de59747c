import { type ProjectKind, projectKindNames, projectKinds } from '../../../../cloudfunctions/showcase/contract'
import { Card } from '../../../ui/card'
import { Choice, Field, TextField } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { dayWords } from './day-words'
import { type Errors, type Fields, inYear } from './fields'

interface ProjectFieldsProps {
  fields: Fields
  change: (part: Partial<Fields>) => void
  errors: Errors
  years: number[]
}

const hints: Record<ProjectKind, string> = {
  innovation: '创新：用新办法解决老问题',
  excellence: '创优：把已有的工作做得更好',
  efficiency: '创效：省时、省力、省钱',
}

/** What is to be achieved, and by when. */
export function ProjectFields({ fields, change, errors, years }: ProjectFieldsProps) {
  const { year, kind, name, goal, dueOn, milestones } = fields
  const move = (to: number) =>
    change({ year: to, dueOn: inYear(dueOn, to), milestones: milestones.map((step) => ({ ...step, dueOn: inYear(step.dueOn, to) })) })
  return (
    <Card title="项目">
      {years.length > 1 && (
        <Field label="年度" hint="一年最多 2 个，草稿和停止的不算。">
          <Choice
            options={years.map((each) => ({ value: `${each}`, text: `${each} 年` }))}
            value={`${year}`}
            onChange={(value) => move(Number(value))}
          />
        </Field>
      )}
      <Field label="类别" error={errors.of('kind')} hint={kind ? hints[kind] : '先锋岗示范项：三创三服务'}>
        <Choice
          options={projectKinds.map((value) => ({ value, text: projectKindNames[value] }))}
          value={kind}
          onChange={(value) => change({ kind: value })}
        />
      </Field>
      <TextField
        label="项目名称"
        value={name}
        onChange={(value) => change({ name: value })}
        maxLength={40}
        placeholder="例如：窗口业务一次办结"
        error={errors.of('name')}
      />
      <TextField
        label="目标"
        value={goal}
        onChange={(value) => change({ goal: value })}
        maxLength={500}
        lines={4}
        placeholder="例如：20 项高频业务一次办结，平均用时缩短一半"
        error={errors.of('goal')}
      />
      <PickerField
        label="完成日期"
        mode="date"
        value={dueOn}
        text={dayWords(dueOn)}
        onChange={(value) => change({ dueOn: value })}
        error={errors.of('dueOn')}
      />
    </Card>
  )
}
