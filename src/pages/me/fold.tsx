import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import './fold.scss'

interface FoldProps {
  title: string
  /** Rendered only while open, so that nothing is asked for or typed ahead of time. */
  children: (close: () => void) => ReactNode
}

/** A row that opens in place. */
export function Fold({ title, children }: FoldProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="fold">
      <View className="fold__head" role="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Text className="fold__title">{title}</Text>
        <View className={`fold__arrow${open ? ' fold__arrow--open' : ''}`} />
      </View>
      {open && <View className="fold__body">{children(() => setOpen(false))}</View>}
    </View>
  )
}
