import { Text, View } from '@tarojs/components'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import './kind-line.scss'
import { cellWord, hasMore, type Line, periodName, rhythmNames } from './words'

interface KindLineProps {
  line: Line
  onChoose: (cell: number) => void
}

/** One kind of meeting through the year. On a wide screen the lines stand below one another as a table of twelve months. */
export function KindLine({ line: { kind, rhythm, cells }, onChoose }: KindLineProps) {
  return (
    <View className="kind-line">
      <View className="kind-line__head">
        <Text className="kind-line__name">{meetingKindNames[kind]}</Text>
        <Text className="kind-line__rhythm">{rhythmNames[rhythm]}</Text>
      </View>
      <View className="kind-line__cells">
        {cells.map((cell, index) => {
          const period = periodName(rhythm, index)
          const word = cellWord(cell)
          return (
            <View
              key={period}
              className={`kind-line__cell kind-line__cell--${rhythm} kind-line__cell--${cell.state}${hasMore(cell) ? ' kind-line__cell--more' : ''}`}
              aria-label={`${meetingKindNames[kind]} ${period} ${word}`}
              {...(hasMore(cell) && { role: 'button', tabIndex: 0, onClick: () => onChoose(index) })}
            >
              <Text className="kind-line__period">{period}</Text>
              <Text className="kind-line__word">{word}</Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}
