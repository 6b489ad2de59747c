import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.scss'

interface CardProps {
  children: ReactNode
  title?: string
  /** Beside the title: a tag, a number, a small button. */
  extra?: ReactNode
  onClick?: () => void
}

export function Card({ children, title, extra, onClick }: CardProps) {
  return (
    <View className={`card${onClick ? ' card--tap' : ''}`} {...(onClick && { onClick, role: 'button', tabIndex: 0 })}>
      {(title || extra) && (
        <View className="card__head">
          {title && <Text className="card__title">{title}</Text>}
          {extra}
        </View>
      )}
      {children}
    </View>
  )
}

/** A labelled fact: 时间 · 11月24日 15:00. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="fact">
      <Text className="fact__label">{label}</Text>
      <View className="fact__value">{children}</View>
    </View>
  )
}

type Tone = 'plain' | 'red' | 'success' | 'warning'

export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return <Text className={`tag tag--${tone}`}>{children}</Text>
}
