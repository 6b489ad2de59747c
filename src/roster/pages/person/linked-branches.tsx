import { useState } from 'react'
import { linkBranch, unlinkBranch } from '../../../../cloudfunctions/organisation/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { LinkRow, LinkRows } from '../../../ui/link-row'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { useSubmit } from '../../../ui/use-submit'
import { GivenRow } from '../../components/given-row'
import type { Unit } from '../../keeping'
import type { Person } from '../../person'

interface LinkedBranchesProps {
  person: Person
  all: readonly Unit[]
  onChanged: () => void
}

/** 联系支部: the branches a leader visits and may look into. Shown for leaders, and while there is one to end. */
export function LinkedBranches({ person, all, onChanged }: LinkedBranchesProps) {
  const [choosing, setChoosing] = useState(false)
  const link = useSubmit(linkBranch)
  const unlink = useSubmit(unlinkBranch)
  const error = link.error ?? unlink.error
  if (!person.linkedBranches.length && !person.posts.some(({ post }) => post === 'leader')) return null
  const linked = new Set(person.linkedBranches.map(({ unitId }) => unitId))
  const after = (done: object | undefined, word: string) => {
    if (!done) return
    say(word)
    setChoosing(false)
    onChanged()
  }
  return (
    <Card title="联系支部">
      {person.linkedBranches.map(({ unitId, unitName }) => (
        <GivenRow
          key={unitId}
          text={unitName}
          end="取消联系"
          busy={unlink.busy}
          onEnd={async () => after(await unlink.submit({ memberId: person.id, unitId }), '已取消')}
        />
      ))}
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button onClick={() => setChoosing(true)}>添加联系支部</Button>
      <Sheet title="添加联系支部" opened={choosing} onClose={() => setChoosing(false)}>
        <ChooseBranch
          branches={all.filter(({ id, kind }) => kind === 'branch' && !linked.has(id))}
          onChoose={async (unitId) => after(await link.submit({ memberId: person.id, unitId }), '已添加')}
        />
      </Sheet>
    </Card>
  )
}

/** How many branches are in sight before a name is typed. */
const inSight = 30

function ChooseBranch({ branches, onChoose }: { branches: readonly Unit[]; onChoose: (unitId: string) => void }) {
  const [sought, setSought] = useState('')
  const found = branches.filter(({ name }) => name.includes(sought.trim()))
  return (
    <>
      {branches.length > 8 && <TextField label="查找" value={sought} onChange={setSought} maxLength={30} placeholder="支部名称" />}
      <LinkRows>
        {found.slice(0, inSight).map(({ id, name }) => (
          <LinkRow key={id} title={name} onClick={() => onChoose(id)} />
        ))}
      </LinkRows>
    </>
  )
}
