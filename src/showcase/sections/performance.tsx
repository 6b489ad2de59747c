import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { performances } from '../../../cloudfunctions/showcase/performance-contract'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { quarterName } from '../../ui/quarter-words'
import { EmptyState, QueryView } from '../../ui/states'
import { useQuery } from '../../ui/use-query'
import { YearChoice } from '../components/year-choice'
import type { PerformanceEntry } from '../performance-words'
import './performance.scss'
import { PerformanceRow } from './performance-row'
import { PerformanceTrend } from './performance-trend'

/** 亮绩效: what came of somebody's pledges and projects, quarter by quarter. */
export function Performance({ memberId }: { memberId: string }) {
  const [chosen, setChosen] = useState<number>()
  const query = useQuery(performances, { memberId, ...(chosen && { year: chosen }) }, { keep: true })
  return (
    <QueryView query={query} skeletonLines={6}>
      {({ entries, year, years, trend, mine, mayAdd, name }) => (
        <Card title={entries.length ? `亮绩效（${entries.length}）` : '亮绩效'}>
          <PerformanceTrend trend={trend} />
          <YearChoice years={years} year={year} onYear={setChosen} />
          {byQuarter(entries).map(([quarter, own]) => (
            <View key={quarter}>
              <Text className="performance-quarter">{quarterName(quarter)}</Text>
              {own.map((entry) => (
                <PerformanceRow key={entry.performanceId} entry={entry} />
              ))}
            </View>
          ))}
          {entries.length === 0 && <EmptyState title={`${year} 年还没有绩效`} hint={emptyHint(mine, name)} />}
          {mayAdd && (
            <Button kind={entries.length ? 'plain' : 'main'} onClick={() => go(pages.performanceForm())}>
              写绩效
            </Button>
          )}
        </Card>
      )}
    </QueryView>
  )
}

const emptyHint = (mine: boolean, name: string) =>
  mine ? '写下一个季度做成了什么，附上佐证，支部核实后会公布在这里。' : `${name}写好绩效、支部核实后，会公布在这里。`

/** The latest quarter first, as they come. */
function byQuarter(entries: readonly PerformanceEntry[]): [number, PerformanceEntry[]][] {
  const quarters = [...new Set(entries.map(({ quarter }) => quarter))]
  return quarters.map((quarter) => [quarter, entries.filter((entry) => entry.quarter === quarter)])
}
