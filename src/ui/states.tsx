import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import './states.scss'
import type { Query } from './use-query'

/** Grey lines where the content will be. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <View className="skeleton" aria-label="正在加载">
      {Array.from({ length: lines }, (_, index) => index).map((index) => (
        <View key={index} className="skeleton__line" />
      ))}
    </View>
  )
}

/** Says what will appear here, and who makes it appear. */
export function EmptyState({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <View className="state">
      <Text className="state__title">{title}</Text>
      {hint && <Text className="state__hint">{hint}</Text>}
      {action}
    </View>
  )
}

/** Says what happened, and offers to try again. */
export function ErrorState({ message, retry }: { message: string; retry: () => void }) {
  return (
    <View className="state">
      <Text className="state__title">没有加载成功</Text>
      <Text className="state__hint">{message}</Text>
      <Button onClick={retry}>重试</Button>
    </View>
  )
}

interface QueryViewProps<Data> {
  query: Query<Data>
  children: (data: Data) => ReactNode
  skeletonLines?: number
}

/** A query's four states; what was there before stays while something newer cannot be had. */
export function QueryView<Data>({ query: { data, error, reload }, children, skeletonLines }: QueryViewProps<Data>) {
  if (data !== undefined) {
    return (
      <>
        {error && (
          <View className="stale">
            <Text className="stale__text">{error.offline ? '现在连不上网络，下面是上次的内容。' : error.message}</Text>
            <Button small onClick={reload}>
              重试
            </Button>
          </View>
        )}
        {children(data)}
      </>
    )
  }
  if (error) return <ErrorState message={error.message} retry={reload} />
  return <Skeleton {...(skeletonLines && { lines: skeletonLines })} />
}
