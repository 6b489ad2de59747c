import { useState } from 'react'
import { Choice } from '../../ui/field'
import { TrendChart } from '../../ui/trend-chart'
import { measuresOf, type Performances, pointsOf } from '../performance-words'

const entries = '条数'

/** What was verified in the last two years: how many entries, or the sums of one unit. Nothing where nothing was. */
export function PerformanceTrend({ trend }: { trend: Performances['trend'] }) {
  const [chosen, setChosen] = useState(entries)
  if (trend.every(({ verified }) => verified === 0)) return null
  const units = measuresOf(trend)
  const unit = units.includes(chosen) ? chosen : undefined
  const options = [entries, ...units.filter((each) => each !== entries)].map((value) => ({ value, text: value }))
  return (
    <>
      {options.length > 1 && <Choice options={options} value={unit ?? entries} onChange={setChosen} />}
      <TrendChart
        title={unit === undefined ? '各季度已核实的绩效条数' : `各季度已核实的绩效（${unit}）`}
        unit={unit ?? '条'}
        points={pointsOf(trend, unit)}
      />
    </>
  )
}
