import { Text, View } from '@tarojs/components'
import { lateOutcomes, useWaitingScans } from '../../check-in/kept-scans'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { clockTime } from '../../ui/time'

/** Scans waiting for the network, and what became of those that were sent since. */
export function KeptScanNotices() {
  const waiting = useWaitingScans()
  const outcomes = lateOutcomes.use()
  return (
    <>
      {waiting.map(({ requestId, scannedAt }) => (
        <Notice key={requestId} tone="warning">{`${clockTime(scannedAt)} 的扫码已保存，联网后自动提交`}</Notice>
      ))}
      {outcomes.length > 0 && (
        <Card>
          {outcomes.map(({ title, lines }) => (
            <View key={lines.join()}>
              <Text>{`${title}：${lines.join('，')}`}</Text>
            </View>
          ))}
          <Button small onClick={() => lateOutcomes.set([])}>
            知道了
          </Button>
        </Card>
      )}
    </>
  )
}
