import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './link-row.scss'

interface LinkRowProps {
  title: string
  /** Under the title, smaller. */
  hint?: string
  /** Beside the title: tags, a number. */
  extra?: ReactNode
  /** How deep it stands in a tree, from 0. */
  depth?: number
  onClick: () => void
}

/** A row that leads somewhere. */
export function LinkRow({ title, hint, extra, depth = 0, onClick }: LinkRowProps) {
  return (
    <View className={`link-row link-row--${Math.min(depth, 3)}`} role="button" onClick={onClick}>
      <View className="link-row__words">
        <View className="link-row__line">
          <Text className="link-row__title">{title}</Text>
          {extra}
        </View>
        {hint && <Text className="link-row__hint">{hint}</Text>}
      </View>
      <View className="link-row__arrow" />
    </View>
  )
}

/** Rows on one card. */
export const LinkRows = ({ children }: { children: ReactNode }) => <View className="link-rows">{children}</View>
