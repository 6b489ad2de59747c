import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AtFloatLayout } from 'taro-ui'
import './sheet.scss'

interface SheetProps {
  title: string
  opened: boolean
  onClose: () => void
  children: ReactNode
}

/** Something small to do without leaving the page: from below on a phone, in the middle of a wide screen. */
export function Sheet({ title, opened, onClose, children }: SheetProps) {
  return (
    <AtFloatLayout className="sheet" isOpened={opened} title={title} scrollY onClose={onClose}>
      {/* Begun anew each time, so that nothing typed for one person is kept for the next. */}
      {opened && (
        <View className="sheet__body" role="dialog" aria-label={title}>
          {children}
        </View>
      )}
    </AtFloatLayout>
  )
}
