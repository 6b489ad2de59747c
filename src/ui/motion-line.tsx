import { Text, View } from '@tarojs/components'
import type { ComponentProps } from 'react'
import './motion-line.scss'
import { MotionTag } from './motion-tag'

interface MotionLineProps extends ComponentProps<typeof MotionTag> {
  text: string
  /** The votes in words, once they are counted. */
  numbers?: string | undefined
}

/** A motion in a list: what was put to the vote, what became of it, with which votes. */
export function MotionLine({ text, numbers, ...tag }: MotionLineProps) {
  return (
    <View className="motion-line">
      <View className="motion-line__head">
        <Text className="motion-line__text">{text}</Text>
        <MotionTag {...tag} />
      </View>
      {numbers && <Text className="motion-line__numbers">{numbers}</Text>}
    </View>
  )
}
