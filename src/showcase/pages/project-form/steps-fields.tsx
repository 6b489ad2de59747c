import { View } from '@tarojs/components'
import { mostMilestones } from '../../../../cloudfunctions/showcase/project-contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { dayWords } from './day-words'
import type { Errors, StepFields } from './fields'
import './steps-fields.scss'

interface StepsFieldsProps {
  steps: StepFields[]
  /** Of the whole: a new step is due then until another day is chosen. */
  dueOn: string
  onChange: (steps: StepFields[]) => void
  errors: Errors
}

/** The steps of a project, one after the other. */
export function StepsFields({ steps, dueOn, onChange, errors }: StepsFieldsProps) {
  const change = (index: number, part: Partial<StepFields>) =>
    onChange(steps.map((step, place) => (place === index ? { ...step, ...part } : step)))
  return (
    <Card title={`节点（${steps.length}）`}>
      {steps.map((step, index) => {
        const number = index + 1
        return (
          <View key={number} className="step-fields">
            <TextField
              label={`节点 ${number}`}
              value={step.text}
              onChange={(text) => change(index, { text })}
              maxLength={100}
              placeholder="例如：梳理高频业务，形成清单"
              error={errors.of(`milestones.${index}.text`)}
            />
            <PickerField
              label={`节点 ${number} 的日期`}
              mode="date"
              value={step.dueOn}
              text={dayWords(step.dueOn)}
              onChange={(value) => change(index, { dueOn: value })}
              error={errors.of(`milestones.${index}.dueOn`)}
            />
            {steps.length > 1 && (
              <Button small kind="danger" onClick={() => onChange(steps.filter((_, place) => place !== index))}>
                {`移除节点 ${number}`}
              </Button>
            )}
          </View>
        )
      })}
      {steps.length < mostMilestones && <Button onClick={() => onChange([...steps, { text: '', dueOn }])}>再加一个节点</Button>}
    </Card>
  )
}
