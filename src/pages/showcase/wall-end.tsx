import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { watchSight } from '../../platform/watch-sight'
import { ErrorState, Skeleton } from '../../ui/states'
import type { Wall } from './use-wall'

interface WallEndProps {
  /** How many are shown by now; the end lies elsewhere with each page. */
  count: number
  further: Wall['further']
}

/** Where the list ends for now: asks for more before one gets there, and says when everybody is shown. */
export function WallEnd({ count, further: { left, error, more } }: WallEndProps) {
  const ask = useRef(more)
  ask.current = more
  const waits = left && !error
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list has its end elsewhere, perhaps still in sight
  useEffect(() => {
    if (!waits) return
    return watchSight('wall-end__near', (news) => {
      if (news.some(({ inSight }) => inSight)) ask.current()
    })
  }, [waits, count])
  if (error) return <ErrorState message={error.message} retry={more} />
  if (!left) return <Text className="wall-end">{`共 ${count} 人，已全部显示`}</Text>
  return (
    <View className="wall-end">
      <View className="wall-end__near" />
      <Skeleton lines={3} />
    </View>
  )
}
