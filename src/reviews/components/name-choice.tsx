import { useState } from 'react'
import { Choice, Field, TextField } from '../../ui/field'

interface NameChoiceProps {
  label: string
  people: readonly { id: string; name: string }[]
  value: string | undefined
  onChange: (id: string) => void
  error?: string | undefined
}

/** As many as can be looked over at once. */
const fewEnough = 12

/** One of some people, by name; of many, a part of the name is typed first. */
export function NameChoice({ label, people, value, onChange, error }: NameChoiceProps) {
  const [sought, setSought] = useState('')
  const many = people.length > fewEnough
  const chosen = people.find(({ id }) => id === value)
  const fitting = people.filter(({ name }) => name.includes(sought.trim()))
  const shown = many ? fitting.slice(0, fewEnough) : people
  const all = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown
  return (
    <>
      {many && <TextField label={`查找${label}`} value={sought} onChange={setSought} maxLength={20} placeholder="姓名中的一个字" />}
      <Field
        label={label}
        error={error}
        {...(fitting.length > shown.length && { hint: `共 ${fitting.length} 人，这里是前 ${shown.length} 人，输入姓名可以找到其他人。` })}
        {...(fitting.length === 0 && { hint: '没有找到，请换一个字。' })}
      >
        <Choice options={all.map(({ id, name }) => ({ value: id, text: name }))} value={value} onChange={onChange} />
      </Field>
    </>
  )
}
