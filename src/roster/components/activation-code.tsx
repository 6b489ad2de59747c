import { Text, View } from '@tarojs/components'
import { activationDays } from '../../../cloudfunctions/organisation/activation-code'
import { copyText } from '../../platform/copy-text'
import { Button } from '../../ui/button'
import './activation-code.scss'

interface ActivationCodeProps {
  name: string
  login: string
  code: string
}

/** The code for somebody's first sign-in, to hand on: it is nowhere else and never shown again. */
export function ActivationCode({ name, login, code }: ActivationCodeProps) {
  return (
    <View className="activation-code">
      <Text className="activation-code__code">{code}</Text>
      <Text className="activation-code__hint">{`请转告${name}：用户名 ${login}，首次登录时填写这个激活码并设置密码。`}</Text>
      <Text className="activation-code__hint">{`激活码只显示这一次，${activationDays} 天内有效。`}</Text>
      <Button onClick={() => void copyText(`用户名：${login}\n激活码：${code}`)}>复制</Button>
    </View>
  )
}
