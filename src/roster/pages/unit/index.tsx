import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { unitKindNames, units } from '../../../../cloudfunctions/organisation/contract'
import { exportUnit } from '../../../../cloudfunctions/roster/contract'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { administers, keptUnits, type Unit } from '../../keeping'
import { useWorkbook } from '../../use-workbook'
import { AddPersonSheet } from './add-person-sheet'
import { AddUnitSheet } from './add-unit-sheet'
import './index.scss'
import { PeopleOfUnit } from './people-of-unit'
import { RenameSheet } from './rename-sheet'

/** Answers: who belongs to this unit, and is it in order? */
export default function UnitPage() {
  const { unitId } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(units, me && {}, { keep: true })
  const unit = query.data?.units.find(({ id }) => id === unitId)
  const kept = me && query.data ? keptUnits(me, query.data.units) : []
  return (
    <Screen title={unit?.name ?? '组织'}>
      <QueryView query={query} skeletonLines={8}>
        {({ units: all }) => {
          if (!unit) return <EmptyState title="没有找到这个组织" hint="可能已被移除，请返回重新选择。" />
          if (!kept.includes(unit)) return <EmptyState title="这个组织的名册不由您管理" hint="如有需要请联系管理员。" />
          return <Keep unit={unit} all={all} mayArrange={me !== undefined && administers(me)} onChanged={query.reload} />
        }}
      </QueryView>
    </Screen>
  )
}

interface KeepProps {
  unit: Unit
  all: readonly Unit[]
  /** An administrator adds and renames units. */
  mayArrange: boolean
  onChanged: () => void
}

type Open = 'rename' | 'add-unit' | 'add-person'

function Keep({ unit, all, mayArrange, onChanged }: KeepProps) {
  const [open, setOpen] = useState<Open>()
  const [added, setAdded] = useState(0)
  const roster = useWorkbook(exportUnit)
  const close = () => setOpen(undefined)
  const parent = all.find(({ id }) => id === unit.parentId)
  const groups = all.filter(({ kind, parentId }) => kind === 'group' && parentId === unit.id)
  return (
    <>
      <Card title={unit.name}>
        <Fact label="类型">{unitKindNames[unit.kind]}</Fact>
        {parent && <Fact label="上级">{parent.name}</Fact>}
        {groups.length > 0 && <Fact label="党小组">{groups.map(({ name }) => name).join('、')}</Fact>}
        <View className="unit__actions">
          {unit.kind !== 'group' && (
            <Button small kind="main" onClick={() => setOpen('add-person')}>
              添加人员
            </Button>
          )}
          {mayArrange && unit.kind !== 'group' && (
            <Button small onClick={() => setOpen('add-unit')}>
              添加下级组织
            </Button>
          )}
          <Button small busy={roster.busy} onClick={() => void roster.take({ unitId: unit.id })}>
            导出名册
          </Button>
          {mayArrange && (
            <Button small onClick={() => setOpen('rename')}>
              改名
            </Button>
          )}
        </View>
        {roster.error && <Notice tone="warning">{roster.error.message}</Notice>}
      </Card>
      <PeopleOfUnit key={added} unit={unit} all={all} />
      <RenameSheet unit={unit} opened={open === 'rename'} onClose={close} onChanged={onChanged} />
      <AddUnitSheet parent={unit} opened={open === 'add-unit'} onClose={close} onChanged={onChanged} />
      <AddPersonSheet unit={unit} groups={groups} opened={open === 'add-person'} onClose={close} onAdded={() => setAdded(added + 1)} />
    </>
  )
}
