import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { sections } from '../../sections/in-order'
import './index.scss'

/** Answers: who is this, what did they promise, and what came of it? Without an address, it is about oneself. */
export default function MemberPage() {
  const { memberId: asked } = useRouter().params
  const me = session.use()?.me
  const memberId = asked || me?.id
  return (
    <Screen title={memberId === me?.id ? '我的三亮' : '三亮'} wide>
      {memberId && (
        <View className="member-page">
          {sections.map(({ name, Section }) => (
            <View key={`${memberId} ${name}`} className={`member-page__${name}`}>
              <Section memberId={memberId} />
            </View>
          ))}
        </View>
      )}
    </Screen>
  )
}
