import { useState } from 'react'
import { endPost, postNames } from '../../../../cloudfunctions/organisation/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { EmptyState } from '../../../ui/states'
import { useSubmit } from '../../../ui/use-submit'
import { GivenRow } from '../../components/given-row'
import type { Unit } from '../../keeping'
import type { Person } from '../../person'
import { GivePostSheet } from './give-post-sheet'

interface PostsProps {
  person: Person
  all: readonly Unit[]
  /** Only an administrator gives and ends posts; an officer sees them. */
  mayArrange: boolean
  onChanged: () => void
}

export function Posts({ person, all, mayArrange, onChanged }: PostsProps) {
  const [giving, setGiving] = useState(false)
  const { submit, busy, error } = useSubmit(endPost)
  const end = async ({ unitId, unitName, post }: Person['posts'][number]) => {
    const title = `免去${person.name}的${unitName}${postNames[post]}？`
    if (!(await confirm({ title, confirmText: '免去' }))) return
    if (!(await submit({ memberId: person.id, unitId, post }))) return
    say('已免去')
    onChanged()
  }
  return (
    <Card title="职务">
      {person.posts.length === 0 && <EmptyState title="没有担任职务" {...(!mayArrange && { hint: '职务由管理员设置。' })} />}
      {person.posts.map((each) => (
        <GivenRow
          key={`${each.unitId} ${each.post}`}
          text={`${each.unitName} · ${postNames[each.post]}`}
          end="免去"
          busy={busy}
          {...(mayArrange && { onEnd: () => void end(each) })}
        />
      ))}
      {error && <Notice tone="warning">{error.message}</Notice>}
      {mayArrange && <Button onClick={() => setGiving(true)}>任职</Button>}
      <GivePostSheet person={person} all={all} opened={giving} onClose={() => setGiving(false)} onGiven={onChanged} />
    </Card>
  )
}
