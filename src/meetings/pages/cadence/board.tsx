import { View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type cadenceBoard, cadenceKinds } from '../../../../cloudfunctions/meetings/cadence-contract'
import { go, pages } from '../../../platform/pages'
import { Card } from '../../../ui/card'
import { LongList } from '../../../ui/long-list'
import { EmptyState } from '../../../ui/states'
import { BoardRow } from './board-row'
import './board.scss'
import { kindNames } from './words'
import { YearSwitch } from './year-switch'

interface BoardProps {
  data: OutputOf<typeof cadenceBoard>
  onYear: (year: number) => void
}

/** Branches side by side, those that need most first: a table on a wide screen, a list with what is lacking on a phone. */
export function Board({ data: { branches, year, now }, onYear }: BoardProps) {
  if (!branches.length) return <EmptyState title="还没有党支部" hint="管理员在组织中加入党支部后，会显示在这里。" />
  const behind = branches.filter(({ overdue }) => overdue > 0).length
  return (
    <View className="board">
      <Card>
        <YearSwitch year={year} now={now} onYear={onYear} />
        <View className="board__summary" role="status">
          {behind ? `${branches.length} 个党支部，${behind} 个有逾期的会议` : `${branches.length} 个党支部都没有逾期的会议`}
        </View>
      </Card>
      <Card>
        <View className="board__table" role="table" aria-label={`${year}年各支部的三会一课`}>
          <View className="board__head" role="row">
            {['党支部', '情况', ...cadenceKinds.map((kind) => kindNames[kind])].map((name) => (
              <View key={name} className="board__column" role="columnheader">
                {name}
              </View>
            ))}
          </View>
          <LongList items={branches}>
            {(branch) => <BoardRow key={branch.unitId} branch={branch} onChoose={() => go(pages.cadence(branch.unitId))} />}
          </LongList>
        </View>
      </Card>
    </View>
  )
}
