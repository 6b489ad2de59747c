import { View } from '@tarojs/components'
import { TextField } from '../../ui/field'
import './hands-fields.scss'

/** As typed: nothing yet is not 0. */
export interface TypedHands {
  inFavour: string
  against: string
  abstained: string
}

export const noHands: TypedHands = { inFavour: '', against: '', abstained: '' }

/** The counts typed, where all three are whole numbers. */
export function countsOf(hands: TypedHands) {
  const numbers = [hands.inFavour, hands.against, hands.abstained].map((text) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined))
  const [inFavour, against, abstained] = numbers
  if (inFavour === undefined || against === undefined || abstained === undefined) return undefined
  return { inFavour, against, abstained }
}

const fields = [
  { key: 'inFavour', label: '赞成人数' },
  { key: 'against', label: '反对人数' },
  { key: 'abstained', label: '弃权人数' },
] as const

interface HandsFieldsProps {
  hands: TypedHands
  onChange: (hands: TypedHands) => void
}

/** The three counts of a show of hands. */
export function HandsFields({ hands, onChange }: HandsFieldsProps) {
  return (
    <View className="hands-fields">
      {fields.map(({ key, label }) => (
        <TextField
          key={key}
          label={label}
          digits
          maxLength={5}
          value={hands[key]}
          onChange={(text) => onChange({ ...hands, [key]: text })}
        />
      ))}
    </View>
  )
}
