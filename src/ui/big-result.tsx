import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './big-result.scss'

interface BigResultProps {
  kind: 'success' | 'refused' | 'kept' | 'working'
  title: string
  lines?: string[]
  children?: ReactNode
}

/** One answer to one question, readable at arm's length. */
export function BigResult({ kind, title, lines = [], children }: BigResultProps) {
  return (
    <View className={`big-result big-result--${kind}`} role="status">
      <View className="big-result__mark" />
      <Text className="big-result__title">{title}</Text>
      {lines.map((line, index) => (
        <Text key={line} className={`big-result__line${index === 0 && kind === 'success' ? ' big-result__line--first' : ''}`}>
          {line}
        </Text>
      ))}
      {children && <View className="big-result__actions">{children}</View>}
    </View>
  )
}
