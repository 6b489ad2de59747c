import { Text, View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import './criteria-fields.scss'
import type { Criterion } from './defaults'
import type { Errors } from './use-errors'

interface CriteriaFieldsProps {
  criteria: Criterion[]
  onChange: (criteria: Criterion[]) => void
  errors: Errors
}

const most = 10

/** What is rated, and how much of the whole each is. */
export function CriteriaFields({ criteria, onChange, errors }: CriteriaFieldsProps) {
  const change = (index: number, part: Partial<Criterion>) =>
    onChange(criteria.map((each, place) => (place === index ? { ...each, ...part } : each)))
  const sum = criteria.reduce((total, { weight }) => total + (Number(weight) || 0), 0)
  return (
    <Card title={`评议内容（${criteria.length}）`}>
      <Text className="criterion-fields__hint">{`每项打 0 到 100 分。权重合计 ${sum}，按比例计算，不必凑成 100。`}</Text>
      {criteria.map(({ name, weight }, index) => {
        const number = index + 1
        return (
          <View key={number} className="criterion-fields">
            <View className="criterion-fields__name">
              <TextField
                label={`内容 ${number}`}
                value={name}
                onChange={(text) => change(index, { name: text })}
                maxLength={20}
                error={errors.of(`criteria.${index}.name`)}
              />
            </View>
            <View className="criterion-fields__weight">
              <TextField
                label={`权重 ${number}`}
                value={weight}
                onChange={(text) => change(index, { weight: text })}
                maxLength={3}
                digits
                error={errors.of(`criteria.${index}.weight`)}
              />
            </View>
            {criteria.length > 1 && (
              <Button small kind="danger" onClick={() => onChange(criteria.filter((_, place) => place !== index))}>
                {`移除 ${number}`}
              </Button>
            )}
          </View>
        )
      })}
      {criteria.length < most && <Button onClick={() => onChange([...criteria, { name: '', weight: '20' }])}>再加一项</Button>}
    </Card>
  )
}
