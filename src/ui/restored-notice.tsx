import { View } from '@tarojs/components'
import { Button } from './button'
import { Notice } from './notice'
import './restored-notice.scss'

/** Says that a form goes on with what was typed earlier and not sent, and offers to begin anew. */
export const RestoredNotice = ({ onForget }: { onForget: () => void }) => (
  <Notice tone="success">
    <View className="restored-notice">
      <View className="restored-notice__text">这是您上次没有提交的内容。</View>
      <Button small onClick={onForget}>
        重新填写
      </Button>
    </View>
  </Notice>
)
