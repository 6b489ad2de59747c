import { useState } from 'react'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { EmptyState } from '../../../ui/states'
import { leftEarly } from '../../left-early'
import type { Attendance } from '../../meeting'
import { groupsOf } from './groups'
import { PeopleGroup } from './people-group'
import { PersonSheet } from './person-sheet'

/** From how many names on searching is quicker than looking. */
const many = 12

interface PeopleProps {
  meetingId: string
  attendance: Attendance
  mayRecord: boolean
  onChanged: () => void
}

/** Everyone on the list, by what became of them. */
export function People({ meetingId, attendance, mayRecord, onChanged }: PeopleProps) {
  const { people, meetingState } = attendance
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<string>()
  const person = people.find(({ memberId }) => memberId === chosen)
  const word = sought.trim()
  const found = word ? people.filter(({ name, groupName }) => name.includes(word) || groupName?.includes(word)) : people
  if (people.length === 0) return <EmptyState title="名单还是空的" hint="邀请列席或在组织中加入成员后，会显示在这里。" />
  return (
    <>
      <Card>
        {people.length > many && <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名或党小组" />}
        {found.length === 0 && <EmptyState title="名单里没有找到" hint="换一个字再试。" />}
        {groupsOf(found, meetingState).map((group) => (
          <PeopleGroup
            key={group.name}
            group={group}
            whole={word !== ''}
            isEarly={(each) => leftEarly(each, attendance)}
            {...(mayRecord && { onChoose: setChosen })}
          />
        ))}
      </Card>
      <PersonSheet
        meetingId={meetingId}
        meetingState={meetingState}
        person={person}
        onClose={() => setChosen(undefined)}
        onChanged={onChanged}
      />
    </>
  )
}
