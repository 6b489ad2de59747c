import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cadence } from '../../../../cloudfunctions/meetings/cadence-contract'
import { Card } from '../../../ui/card'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import './branch-year.scss'
import { CellSheet } from './cell-sheet'
import { KindLine } from './kind-line'
import { hasMore, type Year } from './words'
import { YearSwitch } from './year-switch'

interface BranchYearProps {
  unitId: string
  /** This one unless said otherwise. */
  year: number | undefined
  onYear: (year: number) => void
}

/** One branch's year: a line for each kind of meeting, a cell for each month, quarter or year. */
export function BranchYear({ unitId, year, onYear }: BranchYearProps) {
  const query = useQuery(cadence, { unitId, ...(year && { year }) }, { keep: true })
  return (
    <QueryView query={query} skeletonLines={10}>
      {(data) => <Whole data={data} onYear={onYear} />}
    </QueryView>
  )
}

function Whole({ data, onYear }: { data: Year; onYear: (year: number) => void }) {
  const [chosen, setChosen] = useState<{ line: number; cell: number }>()
  const lines = data.lines.filter(({ cells }) => cells.some(hasMore))
  return (
    <View className="branch-year">
      <Card title={data.unitName}>
        <YearSwitch year={data.year} now={data.now} onYear={onYear} />
        <View className="branch-year__needs" role="status">
          {needs(data)}
        </View>
      </Card>
      <Card>
        {lines.map((line) => (
          <KindLine key={line.kind} line={line} onChoose={(cell) => setChosen({ line: data.lines.indexOf(line), cell })} />
        ))}
        {!lines.length && <Text className="branch-year__needs">支部还没有成立，这一年没有应召开的会议。</Text>}
      </Card>
      <CellSheet data={data} chosen={chosen} onClose={() => setChosen(undefined)} />
    </View>
  )
}

/** What the year still lacks, in one sentence. */
function needs({ lines }: Year): string {
  const count = (state: string) =>
    lines.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + (cell.state === state ? cell.missing.length : 0), 0)
  const parts = [count('overdue') && `逾期 ${count('overdue')} 次`, count('owed') && `本期待召开 ${count('owed')} 次`].filter(Boolean)
  return parts.length ? parts.join('，') : '应召开的会议都已召开或安排。'
}
