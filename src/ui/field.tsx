import { Input, Text, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './field.scss'

interface FieldProps {
  label: string
  /** What is wrong with it, in words for the person. */
  error?: string | undefined
  hint?: string
  children: ReactNode
}

/** A labelled control with its hint and its error. */
export function Field({ label, error, hint, children }: FieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {children}
      {hint && !error && <Text className="field__hint">{hint}</Text>}
      {error && (
        <View className="field__error" role="alert">
          {error}
        </View>
      )}
    </View>
  )
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength?: number
  password?: boolean
  /** A whole number: the phone shows its keys for digits. */
  digits?: boolean
  lines?: number
  onConfirm?: () => void
}

export function TextField({
  value,
  onChange,
  placeholder = '',
  maxLength = 140,
  password,
  digits = false,
  lines = 1,
  onConfirm,
  ...field
}: TextFieldProps) {
  const shared = {
    value,
    placeholder,
    maxlength: maxLength,
    'aria-label': field.label,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <Field {...field}>
      {lines > 1 ? (
        <Textarea className="field__control field__control--lines" {...shared} />
      ) : (
        <Input
          className="field__control"
          type={digits ? 'number' : 'text'}
          password={password ?? false}
          {...shared}
          {...(onConfirm && { onConfirm })}
        />
      )}
    </Field>
  )
}

interface ChoiceProps<Value extends string> {
  options: readonly { value: Value; text: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** A few options, all in sight: no wheel to turn. */
export function Choice<Value extends string>({ options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className="choice" role="radiogroup">
      {options.map((option) => (
        <View
          key={option.value}
          className={`choice__option${option.value === value ? ' choice__option--chosen' : ''}`}
          role="radio"
          aria-checked={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </View>
      ))}
    </View>
  )
}
