import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import type { welcome } from '../../../cloudfunctions/organisation/contract'
import { Card } from '../../ui/card'
import './demo-sign-ins.scss'

type Demo = NonNullable<OutputOf<typeof welcome>['demo']>

interface DemoSignInsProps {
  demo: Demo
  onChoose: (as: { login: string; password: string }) => void
}

/** The demo organisation's people, one tap each. */
export function DemoSignIns({ demo, onChoose }: DemoSignInsProps) {
  return (
    <View className="demo-sign-ins">
      <Card title={`演示组织：${demo.organisationName}`}>
        {demo.logins.map(({ login, role }) => (
          <View key={login} className="demo-sign-in" role="button" onClick={() => onChoose({ login, password: demo.password })}>
            <Text className="demo-sign-in__login">{login}</Text>
            <Text className="demo-sign-in__role">{role}</Text>
          </View>
        ))}
        <Text className="demo-sign-in__hint">{`密码均为 ${demo.password}`}</Text>
      </Card>
    </View>
  )
}
