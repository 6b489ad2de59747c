import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import './importing.scss'
import type { Preview, Progress } from './use-import'

/** How far it is; the page may be left, and the file uploaded again, without harm. */
export function Importing({ preview, progress }: { preview: Preview; progress: Progress | undefined }) {
  const total = preview.additions + preview.changes
  const done = progress?.done ?? 0
  return (
    <Card title="正在导入">
      <View className="importing__bar" role="progressbar" aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
        <View className="importing__part" style={{ width: `${Math.round((100 * done) / Math.max(1, total))}%` }} />
      </View>
      <View className="importing__figures">{`已完成 ${done} / ${total} 人`}</View>
    </Card>
  )
}
