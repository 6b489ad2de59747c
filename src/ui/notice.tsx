import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './notice.scss'

/** One sentence the person should know before they go on. */
export function Notice({ tone, children }: { tone: 'success' | 'warning'; children: ReactNode }) {
  return (
    <View className={`notice notice--${tone}`} role="status">
      {children}
    </View>
  )
}
