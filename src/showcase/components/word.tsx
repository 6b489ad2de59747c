import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type WordKind, wordKindNames } from '../../../cloudfunctions/showcase/contract'
import { Tag } from '../../ui/card'
import './word.scss'

interface WordProps {
  kind: WordKind
  text: string
  /** `YYYY-MM-DD` */
  leftOn: string
  children?: ReactNode
}

/** One word from the public, and what can be done to it. */
export function Word({ kind, text, leftOn, children }: WordProps) {
  return (
    <View className="word">
      <View className="word__line">
        <Tag tone={kind === 'thanks' ? 'red' : 'plain'}>{wordKindNames[kind]}</Tag>
        <Text className="word__day">{leftOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}</Text>
      </View>
      <Text className="word__text">{text}</Text>
      {children}
    </View>
  )
}
