import { View } from '@tarojs/components'

export default function Page() {
  return <View>安排会议</View>
}
