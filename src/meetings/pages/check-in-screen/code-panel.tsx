import { Text, View } from '@tarojs/components'
import { QrCode } from '../../../ui/qr-code'
import './code-panel.scss'
import type { Purpose, ShownCodes } from './use-codes'

/** The rotating code, as large as the screen allows, with the time until the next one. */
export function CodePanel({ codes: { shown, error }, purpose }: { codes: ShownCodes; purpose: Purpose }) {
  const name = purpose === 'check-in' ? '签到' : '签退'
  if (!shown) {
    return (
      <View className="code-panel code-panel--empty">
        <Text>{error ? waitingText(error, name) : `正在取${name}码`}</Text>
      </View>
    )
  }
  const part = shown.secondsLeft / shown.stepSeconds
  return (
    <View className="code-panel">
      <View className="code-panel__code">
        <QrCode text={shown.link} label={`${name}码`} />
      </View>
      <View className="code-panel__turn">
        <View className="code-panel__ring" style={{ background: `conic-gradient(var(--red) ${part * 360}deg, var(--line) 0)` }}>
          <View className="code-panel__seconds">{Math.ceil(shown.secondsLeft)}</View>
        </View>
        <Text className="code-panel__help">{`请用微信或手机相机扫码${name}`}</Text>
      </View>
    </View>
  )
}

const waitingText = (error: { offline: boolean; message: string }, name: string) =>
  error.offline ? `网络已断开，备用的${name}码已用完，联网后自动继续` : error.message
