import { Text, View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { calendarDate } from '../../../ui/time'
import './year-switch.scss'

interface YearSwitchProps {
  year: number
  /** The server's time: no year after this one. */
  now: string
  onYear: (year: number) => void
}

export function YearSwitch({ year, now, onYear }: YearSwitchProps) {
  const isLast = year >= Number(calendarDate(now).slice(0, 4))
  return (
    <View className="year-switch">
      <Button small onClick={() => onYear(year - 1)}>
        上一年
      </Button>
      <Text className="year-switch__year">{`${year}年`}</Text>
      <Button small disabled={isLast} onClick={() => onYear(year + 1)}>
        下一年
      </Button>
    </View>
  )
}
