import { Text } from '@tarojs/components'
import { useState } from 'react'
import { members, units } from '../../../../cloudfunctions/organisation/contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { InvitationList } from '../meeting/invitation-list'
import './entry.scss'
import type { Expected } from './who-was-there'

interface GuestsProps {
  unitId: string
  /** Expected anyway. */
  people: readonly Expected[]
  invited: readonly string[]
  onChange: (invited: string[]) => void
}

/** Who else was there (列席), from the same branch. */
export function Guests({ unitId, people, invited, onChange }: GuestsProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Card title="列席" extra={<Text className="past-entry__figures">{`${invited.length} 人`}</Text>}>
      <Button onClick={() => setOpened(true)}>{invited.length ? '修改列席人员' : '添加列席人员'}</Button>
      <Sheet title="列席人员" opened={opened} onClose={() => setOpened(false)}>
        {opened && <Others unitId={unitId} people={people} invited={invited} onChange={onChange} />}
        <Button kind="main" onClick={() => setOpened(false)}>
          完成
        </Button>
      </Sheet>
    </Card>
  )
}

function Others({ unitId, people, invited, onChange }: GuestsProps) {
  const tree = useQuery(units, {}, { keep: true })
  const unit = tree.data?.units.find(({ id }) => id === unitId)
  const branchId = unit?.kind === 'group' ? (unit.parentId ?? unitId) : unitId
  const query = useQuery(members, unit && { unitId: branchId })
  const [sought, setSought] = useState('')
  const listed = new Set(people.map(({ memberId }) => memberId))
  return (
    <QueryView query={tree.error && !tree.data ? { ...query, error: tree.error, reload: tree.reload } : query}>
      {(data) => {
        const others = data.members.filter(({ id }) => !listed.has(id))
        if (!others.length) return <EmptyState title="支部的人都在应到名单里了" />
        return (
          <>
            <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名" />
            <InvitationList members={others} sought={sought.trim()} chosen={invited} onChange={onChange} />
          </>
        )
      }}
    </QueryView>
  )
}
