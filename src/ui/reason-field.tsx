import { View } from '@tarojs/components'
import { TextField } from './field'
import { Suggestions } from './suggestions'
import './reason-field.scss'

interface ReasonFieldProps {
  value: string
  onChange: (value: string) => void
  suggestions: readonly string[]
  label?: string
  error?: string | undefined
}

/** Why something is changed by hand: the usual reasons are one tap away. */
export function ReasonField({ value, onChange, suggestions, label = '原因', error }: ReasonFieldProps) {
  return (
    <View className="reason-field">
      <TextField label={label} value={value} onChange={onChange} maxLength={200} placeholder="请写明原因，会留在记录里" error={error} />
      <Suggestions texts={suggestions} onChoose={onChange} />
    </View>
  )
}
