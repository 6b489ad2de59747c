import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import './given-row.scss'

/** Something a person was given, and the button that takes it away. */
export function GivenRow({ text, onEnd, end, busy }: { text: string; end: string; busy: boolean; onEnd?: () => void }) {
  return (
    <View className="given-row">
      <Text className="given-row__text">{text}</Text>
      {onEnd && (
        <Button small busy={busy} onClick={onEnd}>
          {end}
        </Button>
      )}
    </View>
  )
}
