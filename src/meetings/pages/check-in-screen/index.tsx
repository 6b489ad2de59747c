import { View } from '@tarojs/components'

export default function Page() {
  return <View>会场签到</View>
}
