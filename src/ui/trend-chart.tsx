import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './button'
import { quarterName, yearAndQuarter } from './quarter-words'
import { shortNumber } from './short-number'
import './trend-chart.scss'

export interface TrendPoint {
  year: number
  quarter: number
  /** A decimal, exact; null where there is none, which is not the same as zero. */
  value: string | null
}

interface TrendChartProps {
  /** What is counted, for a screen reader as well. */
  title: string
  unit: string
  /** One after the other; the last is the current quarter. */
  points: readonly TrendPoint[]
}

/** How something went from quarter to quarter: bars to look at, and the exact numbers as a table. */
export function TrendChart({ title, unit, points }: TrendChartProps) {
  const [opened, setOpened] = useState(false)
  const highest = Math.max(...points.map(({ value }) => Number(value)))
  const height = (value: string | null) => (Number(value) > 0 ? `${Math.max(3, (Number(value) / highest) * 100)}%` : '0')
  return (
    <View className="trend">
      <View className="trend__chart" aria-hidden>
        {byYear(points).map(({ year, own }) => (
          <View key={year} className="trend__year" style={{ flexGrow: own.length }}>
            <View className="trend__bars">
              {own.map((point) => (
                <View key={point.quarter} className={`trend__one${isLast(points, point) ? ' trend__one--current' : ''}`}>
                  <View className="trend__room">
                    <Text className="trend__value">{point.value === null ? '–' : shortNumber(point.value)}</Text>
                    <View className="trend__bar" style={{ height: height(point.value) }} />
                  </View>
                  <Text className="trend__quarter">{isLast(points, point) ? '本季' : quarterName(point.quarter).slice(0, 2)}</Text>
                </View>
              ))}
            </View>
            <Text className="trend__year-name">{`${year}`}</Text>
          </View>
        ))}
      </View>
      <View className="trend__switch">
        <Button small onClick={() => setOpened(!opened)}>
          {opened ? '收起数字' : '看数字'}
        </Button>
      </View>
      <TrendTable title={title} unit={unit} points={points} opened={opened} />
    </View>
  )
}

/** Where it is not opened it can still be heard, and elder mode always shows it. */
const TrendTable = ({ title, unit, points, opened }: TrendChartProps & { opened: boolean }) => (
  <View className={`trend-table${opened ? ' trend-table--opened' : ''}`} role="table" aria-label={title}>
    {points.map((point) => (
      <View key={`${point.year}/${point.quarter}`} className="trend-table__row" role="row">
        <View className="trend-table__name" role="rowheader">
          {`${yearAndQuarter(point)}${isLast(points, point) ? '（本季度）' : ''}`}
        </View>
        <View className="trend-table__value" role="cell">
          {point.value === null ? '没有' : `${point.value} ${unit}`}
        </View>
      </View>
    ))}
  </View>
)

const isLast = (points: readonly TrendPoint[], point: TrendPoint) => point === points[points.length - 1]

function byYear(points: readonly TrendPoint[]): { year: number; own: TrendPoint[] }[] {
  const years = [...new Set(points.map(({ year }) => year))]
  return years.map((year) => ({ year, own: points.filter((point) => point.year === year) }))
}
