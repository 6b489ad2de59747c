import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { people, peoplePage, standingNames, standings } from '../../../../cloudfunctions/organisation/contract'
import { TextField } from '../../../ui/field'
import { LinkRows } from '../../../ui/link-row'
import { Notice } from '../../../ui/notice'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { PageTurner } from '../../components/page-turner'
import type { Unit } from '../../keeping'
import './people-of-unit.scss'
import { PersonRow } from './person-row'

/** Typing asks the server only once the fingers rest, in milliseconds. */
const rest = 300

/** The people of a unit, 100 at a time: a page stays light however many they are. */
export function PeopleOfUnit({ unit, all }: { unit: Unit; all: readonly Unit[] }) {
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState('')
  const [page, setPage] = useState(1)
  useEffect(() => {
    const waiting = setTimeout(() => {
      setSought(typed.trim())
      setPage(1)
    }, rest)
    return () => clearTimeout(waiting)
  }, [typed])
  const query = useQuery(people, { unitId: unit.id, ...(sought && { sought }), ...(page > 1 && { page }) })
  return (
    <View className="people-of-unit">
      <TextField label="查找" value={typed} onChange={setTyped} maxLength={30} placeholder="姓名或用户名" />
      <QueryView query={query} skeletonLines={10}>
        {(found) => (
          <>
            {found.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {warning}
              </Notice>
            ))}
            <Counts counts={found.counts} />
            {found.total === 0 && <Nobody sought={sought} />}
            {found.people.length > 0 && (
              <LinkRows>
                {found.people.map((person) => (
                  <PersonRow key={person.id} person={person} unitId={unit.id} all={all} />
                ))}
              </LinkRows>
            )}
            <PageTurner page={page} pages={Math.ceil(found.total / peoplePage)} onTurn={setPage} />
          </>
        )}
      </QueryView>
    </View>
  )
}

function Counts({ counts }: Pick<OutputOf<typeof people>, 'counts'>) {
  const everyone = standings.reduce((sum, standing) => sum + counts[standing], 0)
  const parts = standings.filter((standing) => counts[standing]).map((standing) => `${standingNames[standing]} ${counts[standing]}`)
  return <Text className="people-of-unit__counts">{[`共 ${everyone} 人`, ...parts].join(' · ')}</Text>
}

const Nobody = ({ sought }: { sought: string }) =>
  sought ? (
    <EmptyState title="没有找到" hint="换一个姓名或用户名再试。" />
  ) : (
    <EmptyState title="还没有人员" hint="您添加或管理员导入的人员会显示在这里。" />
  )
