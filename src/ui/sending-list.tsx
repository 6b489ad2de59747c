import { Text, View } from '@tarojs/components'
import { Button } from './button'
import './sending-list.scss'
import type { Upload } from './use-upload'

/** Files on their way, and those that did not arrive with what can be done. */
export function SendingList({ upload: { sending, retry, drop } }: { upload: Upload }) {
  return (
    <>
      {sending.map(({ key, file, part, error, final }) => (
        <View key={key} className="sending" role="status">
          <View className="sending__words">
            <Text className="sending__name">{file.name}</Text>
            <Text className={error ? 'sending__error' : 'sending__part'}>{error ?? partName(part)}</Text>
            {!error && (
              <View className="sending__track">
                <View className="sending__bar" style={{ width: `${Math.round(part * 100)}%` }} />
              </View>
            )}
          </View>
          {error && !final && (
            <Button small onClick={() => void retry(key)}>
              重试
            </Button>
          )}
          {error && (
            <Button small onClick={() => drop(key)}>
              不传了
            </Button>
          )}
        </View>
      ))}
    </>
  )
}

/** The last part is the server's: it looks at what the file is. */
function partName(part: number): string {
  if (part === 0) return '等待上传'
  return part < 1 ? `正在上传 ${Math.round(part * 100)}%` : '正在检查文件'
}
