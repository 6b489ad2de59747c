import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field, TextField } from '../../../ui/field'
import { LongList } from '../../../ui/long-list'
import { PickerBox } from '../../../ui/picker-field'
import { Sheet } from '../../../ui/sheet'
import { EmptyState } from '../../../ui/states'
import type { Attendee, Content } from './content'
import './person-field.scss'

/** From how many names on searching is quicker than looking. */
const many = 12

interface PersonFieldProps {
  label: string
  people: readonly Attendee[]
  value: Content['chair']
  onChange: (person: NonNullable<Content['chair']>) => void
  error?: string | undefined
}

/** One of those on the list of the meeting. */
export function PersonField({ label, people, value, onChange, error }: PersonFieldProps) {
  const [opened, setOpened] = useState(false)
  const [sought, setSought] = useState('')
  const found = people.filter(({ name }) => name.includes(sought.trim()))
  const choose = ({ memberId, name }: Attendee) => {
    onChange({ id: memberId, name })
    setOpened(false)
  }
  return (
    <Field label={label} error={error}>
      <PickerBox name={`${label} ${value?.name ?? '未选择'}`} onClick={() => setOpened(true)}>
        {value?.name ?? '请选择'}
      </PickerBox>
      <Sheet title={label} opened={opened} onClose={() => setOpened(false)}>
        {people.length > many && <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名" />}
        {found.length === 0 && <EmptyState title="名单里没有找到" hint="换一个字再试。" />}
        <View>
          <LongList items={found}>
            {(person) => (
              <View
                key={person.memberId}
                className={`person-field__one${person.memberId === value?.id ? ' person-field__one--chosen' : ''}`}
                role="radio"
                aria-checked={person.memberId === value?.id}
                onClick={() => choose(person)}
              >
                {person.name}
              </View>
            )}
          </LongList>
        </View>
      </Sheet>
    </Field>
  )
}
