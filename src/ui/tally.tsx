import { Text, View } from '@tarojs/components'
import './tally.scss'

interface TallyProps {
  tally: { entitled: number; present: number; inFavour: number; against: number; abstained: number; notVoted: number; needed: number }
  /** For the room: readable from the last row of a wide screen. */
  large?: boolean
}

const parts = [
  { key: 'inFavour', name: '赞成' },
  { key: 'against', name: '反对' },
  { key: 'abstained', name: '弃权' },
  { key: 'notVoted', name: '未投' },
] as const

/** A vote's four numbers against all who are entitled, and how many in favour it takes. */
export function Tally({ tally, large = false }: TallyProps) {
  return (
    <View className={`tally${large ? ' tally--large' : ''}`} role="status">
      <View className="tally__figures">
        {parts.map(({ key, name }) => (
          <View key={key} className={`tally__one tally__one--${key}`} aria-label={`${name} ${tally[key]} 人`}>
            <Text className="tally__value">{tally[key]}</Text>
            <Text className="tally__name">{name}</Text>
          </View>
        ))}
      </View>
      <View className="tally__bar">
        {parts.map(
          ({ key }) => tally[key] > 0 && <View key={key} className={`tally__part tally__part--${key}`} style={{ flexGrow: tally[key] }} />,
        )}
      </View>
      <Text className="tally__note">{`有表决权 ${tally.entitled} 人，到会 ${tally.present} 人；赞成满 ${tally.needed} 票通过`}</Text>
    </View>
  )
}
