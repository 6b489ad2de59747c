import { Picker, View } from '@tarojs/components'
import { Field } from './field'
import './picker-field.scss'

interface PickerFieldProps {
  label: string
  mode: 'date' | 'time'
  /** 2026-11-24 for a date, 15:00 for a time. */
  value: string
  /** The value in a person's words. */
  text: string
  onChange: (value: string) => void
  error?: string | undefined
  hint?: string
}

/** A day or a time of day, chosen on the platform's own wheel. */
export function PickerField({ label, mode, value, text, onChange, error, hint }: PickerFieldProps) {
  const chosen = (event: { detail: { value: string } }) => onChange(event.detail.value)
  const shown = <PickerBox name={`${label} ${text}`}>{text}</PickerBox>
  return (
    <Field label={label} error={error} {...(hint && { hint })}>
      {mode === 'date' ? (
        <Picker mode="date" value={value} onChange={chosen}>
          {shown}
        </Picker>
      ) : (
        <Picker mode="time" value={value} onChange={chosen}>
          {shown}
        </Picker>
      )}
    </Field>
  )
}

interface PickerBoxProps {
  /** What a screen reader says. */
  name: string
  children: string
  onClick?: () => void
}

/** Shows what is chosen, and that there is more to choose from. */
export function PickerBox({ name, children, onClick }: PickerBoxProps) {
  return (
    <View className="picker-field" role="button" aria-label={name} {...(onClick && { onClick })}>
      {children}
      <View className="picker-field__arrow" />
    </View>
  )
}
