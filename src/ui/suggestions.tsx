import { View } from '@tarojs/components'
import './suggestions.scss'

/** Words often used here, one tap instead of typing. */
export function Suggestions({ texts, onChoose }: { texts: readonly string[]; onChoose: (text: string) => void }) {
  if (texts.length === 0) return null
  return (
    <View className="suggestions">
      {texts.map((text) => (
        <View key={text} className="suggestions__one" role="button" onClick={() => onChoose(text)}>
          {text}
        </View>
      ))}
    </View>
  )
}
