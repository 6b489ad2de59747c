import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'

interface ReviseProps {
  /** Something was typed here and the record was confirmed before it was saved. */
  unsent: boolean
  onRevise: () => void
  onForget: () => void
}

/** A confirmed record is changed on purpose only. */
export function Revise({ unsent, onRevise, onForget }: ReviseProps) {
  return (
    <View className="record-revise">
      {unsent && <Notice tone="warning">记录已经确认，您在这台设备上还有没保存的内容。可以继续修改，或者不要这些内容。</Notice>}
      <Button onClick={onRevise}>{unsent ? '继续修改' : '修改记录'}</Button>
      {unsent && (
        <Button kind="danger" onClick={onForget}>
          不要这些内容
        </Button>
      )}
    </View>
  )
}
