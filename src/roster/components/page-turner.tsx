import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import './page-turner.scss'

interface PageTurnerProps {
  /** From 1. */
  page: number
  pages: number
  onTurn: (page: number) => void
}

/** Nothing where there is one page. */
export function PageTurner({ page, pages, onTurn }: PageTurnerProps) {
  if (pages < 2) return null
  return (
    <View className="page-turner">
      <Button small disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        上一页
      </Button>
      <Text className="page-turner__place">{`第 ${page} / ${pages} 页`}</Text>
      <Button small disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        下一页
      </Button>
    </View>
  )
}
